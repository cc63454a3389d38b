package dev.flotsam.local.dynamo;

import dev.flotsam.local.http.Loopback;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/** DynamoDB Local over files in a folder, bound to loopback (its own launcher binds every interface and phones home). */
public final class DynamoServer implements AutoCloseable {
    private final Server server;
    private final LocalDynamoDBServerHandler handler;

    private DynamoServer(Server server, LocalDynamoDBServerHandler handler) {
        this.server = server;
        this.handler = handler;
    }

    /**
     * Starts the server.
     *
     * @param folder keeps the tables
     * @param port 0 for any free one
     */
    public static DynamoServer start(Path folder, int port) throws IOException {
        Files.createDirectories(folder);
        try {
            var requests = new LocalDynamoDBRequestHandler(0, false, folder.toString(), true, false);
            var handler = new LocalDynamoDBServerHandler(requests, null);
            var server = new Server();
            var connector = new ServerConnector(server);
            connector.setHost("127.0.0.1");
            connector.setPort(port);
            server.addConnector(connector);
            server.setHandler(handler);
            server.start();
            return new DynamoServer(server, handler);
        } catch (Exception failure) {
            throw Loopback.startFailure("DynamoDB Local", port, failure);
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort());
    }

    @Override
    public void close() {
        try {
            server.stop();
            handler.close();
        } catch (Exception failure) {
            throw new IllegalStateException("DynamoDB Local does not stop", failure);
        }
    }
}
