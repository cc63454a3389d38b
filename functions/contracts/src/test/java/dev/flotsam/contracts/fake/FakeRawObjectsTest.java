package dev.flotsam.contracts.fake;

import dev.flotsam.contracts.port.RawObjectsContract;
import dev.flotsam.triage.ingest.RawObjects;
import java.time.Clock;

final class FakeRawObjectsTest extends RawObjectsContract {
    private FakeRawObjects objects;

    @Override
    protected RawObjects emptyRawObjects() {
        objects = new FakeRawObjects();
        return objects;
    }

    @Override
    protected void upload(String key, byte[] bytes) {
        objects.put(key, bytes, Clock.systemUTC().instant());
    }
}
