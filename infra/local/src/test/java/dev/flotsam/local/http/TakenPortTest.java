package dev.flotsam.local.http;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotsam.local.dynamo.DynamoServer;
import dev.flotsam.local.s3.Arrivals;
import dev.flotsam.local.s3.S3Server;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TakenPortTest {
    @TempDir
    Path folder;

    private ServerSocket taken;

    @BeforeEach
    void take() throws IOException {
        taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void release() throws IOException {
        taken.close();
    }

    @Test
    void theS3ServerNamesIt() {
        refuses(() -> S3Server.start(
                        folder,
                        taken.getLocalPort(),
                        new S3Server.Credentials("key", "secret"),
                        List.of(),
                        new Arrivals(folder, InstantSource.system(), (bucket, key, event, json) -> {}))
                .close());
    }

    @Test
    void theDynamoServerNamesIt() {
        refuses(() -> DynamoServer.start(folder, taken.getLocalPort()).close());
    }

    private void refuses(ThrowingCallable start) {
        assertThatThrownBy(start)
                .isInstanceOf(BindException.class)
                .hasMessage("port " + taken.getLocalPort() + " is taken by another program");
    }
}
