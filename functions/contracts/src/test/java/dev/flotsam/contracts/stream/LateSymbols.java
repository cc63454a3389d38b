package dev.flotsam.contracts.stream;

import dev.flotsam.contracts.fake.FakeStoredSymbols;
import dev.flotsam.contracts.report.ReportBuilder;
import dev.flotsam.symbols.Arch;
import dev.flotsam.symbols.ImageId;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Fault;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.ReportId;
import dev.flotsam.triage.ingest.ReadAgain;
import dev.flotsam.triage.symbol.StoredImage;
import dev.flotsam.triage.symbol.StoredImage.State;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * Reports of an app whose symbols come late, and what each means with the symbols that are stored: most need one image,
 * some two, some none. Ten lie in an object. A few objects are gone, broken for good, or make the reader stumble.
 */
final class LateSymbols implements ReadAgain {
    static final ImageId LANTERN = image(1);
    static final ImageId BUOY = image(2);

    private static final int OF_ONE_OBJECT = 10;
    private static final int OFFSETS = 7;
    private static final Duration BETWEEN = Duration.ofSeconds(7);

    private final FakeStoredSymbols symbols = new FakeStoredSymbols();
    private final Random random;
    private final Map<ReportId, Integer> numbers = new HashMap<>();

    LateSymbols(Random random) {
        this.random = random;
    }

    FakeStoredSymbols stored() {
        return symbols;
    }

    static StoredImage record(ImageId image) {
        return new StoredImage(image, "LanternKit", State.INDEXED, 1, 0, 1, 1, "hash", "", ReportBuilder.UPLOADED);
    }

    /** A report as it is signed with what is stored now. */
    Occurrence read(int number) {
        Occurrence report = report(number, known());
        numbers.put(report.id(), number);
        return report;
    }

    int number(ReportId id) {
        return numbers.get(id);
    }

    /** What a report comes to in the end; what is lost stays as it was read without symbols. */
    Outcome healed(int number) {
        return report(number, known()).outcome();
    }

    /** Whether reading a report again never works. */
    static boolean isBeyondRepair(int number) {
        return isGone(number) || isBroken(number) || isPuzzling(number) || isLost(number);
    }

    private Set<ImageId> known() {
        Set<ImageId> known = new HashSet<>();
        for (ImageId image : List.of(LANTERN, BUOY)) {
            if (symbols.find(image).isPresent()) {
                known.add(image);
            }
        }
        return known;
    }

    @Override
    public Optional<Map<ReportId, Outcome>> outcomes(List<Occurrence> ofOneObject) {
        int first = numbers.get(ofOneObject.getFirst().id());
        if (isGone(first)) {
            return Optional.empty();
        }
        if (isPuzzling(first)) {
            throw new IllegalStateException("a mistake of ours, by the test");
        }
        if (isBroken(first) || random.nextInt(300) == 0) {
            throw new Fault(Fault.Blame.OURS, "reading object: refused by the test", null);
        }
        Map<ReportId, Outcome> outcomes = new HashMap<>();
        for (Occurrence report : ofOneObject) {
            int number = numbers.get(report.id());
            if (!isLost(number)) {
                outcomes.put(report.id(), healed(number));
            }
        }
        return Optional.of(outcomes);
    }

    private static Occurrence report(int number, Set<ImageId> known) {
        int object = number / OF_ONE_OBJECT;
        ReportBuilder report = ReportBuilder.report("late-" + number)
                .storedAs("crashes/late-" + object + ".ndjson", "line " + number % OF_ONE_OBJECT)
                .onVersion("5." + number % 3)
                .ofInstallation("%016x".formatted(number % 900))
                .uploadedAt(ReportBuilder.UPLOADED.plus(BETWEEN.multipliedBy(object)));
        boolean needsLantern = number % 17 != 0;
        boolean needsBuoy = number % 5 == 0;
        boolean hasLantern = !needsLantern || known.contains(LANTERN);
        boolean hasBuoy = !needsBuoy || known.contains(BUOY);
        if (!hasLantern) {
            report.missing(uuid(1), "LanternKit");
        }
        if (!hasBuoy) {
            report.missing(uuid(2), "BuoyKit");
        }
        String lantern = needsLantern ? lantern(number, object % OFFSETS, hasLantern) : "Harbour.dock";
        String buoy = needsBuoy ? (hasBuoy ? " < Buoy.g" + number % 3 : " < BuoyKit + " + number % 3) : "";
        return report.signed(lantern + buoy).build();
    }

    /** Where most reports at an address of LanternKit are, without its symbols or with them. */
    static ClusterId cluster(int offset, boolean named) {
        String signature = lantern(offset * OF_ONE_OBJECT + 1, offset, named);
        return ReportBuilder.report("any").signed(signature).build().cluster().orElseThrow();
    }

    /** A signature that rests on an address, or on its function; of the last offset, reports fall into several. */
    private static String lantern(int number, int offset, boolean named) {
        int function = offset == OFFSETS - 1 ? number % 3 : offset / 2;
        return named ? "Lantern.f" + function : "LanternKit + " + offset;
    }

    private static boolean isGone(int number) {
        return number / OF_ONE_OBJECT % 97 == 13;
    }

    private static boolean isBroken(int number) {
        return number / OF_ONE_OBJECT % 211 == 17;
    }

    private static boolean isPuzzling(int number) {
        return number / OF_ONE_OBJECT % 193 == 19;
    }

    private static boolean isLost(int number) {
        return number % 499 == 7;
    }

    private static String uuid(int number) {
        return "3F1C5A6E-7B2D-4C8E-9A10-00000000000" + number;
    }

    private static ImageId image(int number) {
        return new ImageId(UUID.fromString(uuid(number)), new Arch("arm64"));
    }
}
