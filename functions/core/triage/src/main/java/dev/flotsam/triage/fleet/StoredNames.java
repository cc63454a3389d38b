package dev.flotsam.triage.fleet;

import dev.flotsam.symbols.fleet.LearnedName;
import dev.flotsam.triage.examine.LearnedSource;
import dev.flotsam.triage.fleet.LearnedBlocks.Stored;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Answers with what was learned. */
public final class StoredNames implements LearnedSource {
    private final RecentBlocks recent;

    /** Over what is known. */
    public StoredNames(RecentBlocks recent) {
        this.recent = recent;
    }

    @Override
    public Map<Place, LearnedName> names(Collection<Place> places) {
        Map<Block, Stored> known = recent.find(places.stream()
                .map(place -> Block.of(place.image(), place.offset()))
                .distinct()
                .toList());
        Map<Place, LearnedName> names = new HashMap<>();
        for (Place place : places) {
            known.get(Block.of(place.image(), place.offset()))
                    .learned()
                    .name(place.offset())
                    .ifPresent(name -> names.put(place, name));
        }
        return names;
    }
}
