package dev.flotsam.contracts.fake;

import dev.flotsam.contracts.port.SetAsideContract;
import dev.flotsam.triage.absorb.Position;
import dev.flotsam.triage.absorb.SetAside;
import java.util.Optional;

final class FakeSetAsideTest extends SetAsideContract {
    private FakeSetAside setAside;

    @Override
    protected SetAside emptySetAside() {
        setAside = new FakeSetAside();
        return setAside;
    }

    @Override
    protected Optional<String> reasonAt(Position position) {
        return Optional.ofNullable(setAside.all().get(position)).map(FakeSetAside.Kept::reason);
    }
}
