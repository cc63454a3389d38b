package dev.flotsam.contracts.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.triage.absorb.Position;
import dev.flotsam.triage.absorb.SetAside;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every place for records does that can't be absorbed. */
public abstract class SetAsideContract {
    private static final Position AT = Position.of("shardId-00000001772000000000-aaaaaaaa", "123456789012345678901");

    /** A place that holds nothing. */
    protected abstract SetAside emptySetAside();

    /** The reason that is kept for a position in the place made last. */
    protected abstract Optional<String> reasonAt(Position position);

    @Test
    void aRecordIsKeptOncePerPositionWithItsFirstReason() {
        SetAside setAside = emptySetAside();
        setAside.put(AT, "attribute \"day\" is missing", "INSERT {…}");
        setAside.put(AT, "something else", "INSERT {…}");
        assertThat(reasonAt(AT)).contains("attribute \"day\" is missing");
        assertThat(reasonAt(Position.of("shardId-00000001772000000000-aaaaaaaa", "123456789012345678902")))
                .isEmpty();
    }

    @Test
    void aRecordWithoutTextIsKeptToo() {
        SetAside setAside = emptySetAside();
        setAside.put(AT, "no image", "");
        assertThat(reasonAt(AT)).contains("no image");
    }
}
