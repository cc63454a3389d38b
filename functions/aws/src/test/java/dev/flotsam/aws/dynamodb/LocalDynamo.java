package dev.flotsam.aws.dynamodb;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/** DynamoDB Local in memory for all tests of a run, with empty tables as template.yaml defines them. */
final class LocalDynamo implements BeforeAllCallback {
    private Running running;

    @Override
    public void beforeAll(ExtensionContext context) {
        running = context.getRoot()
                .getStore(Namespace.GLOBAL)
                .computeIfAbsent(Running.class, key -> Running.start(), Running.class);
    }

    /** A table of its own for one test, defined as the template's, such as "Clusters". */
    Table emptyTable(String logicalId) {
        return emptyTable(logicalId, running.client());
    }

    /** The same, behind a client that a test interferes with. */
    Table emptyTable(String logicalId, ExecutionInterceptor interceptor) {
        return emptyTable(logicalId, client(running.endpoint(), List.of(interceptor)));
    }

    private Table emptyTable(String logicalId, DynamoDbClient client) {
        TemplateTable defined = TemplateTable.named(logicalId);
        String name = logicalId + "-" + UUID.randomUUID();
        running.client().createTable(defined.request(name));
        return new Table(client, name, defined.key("HASH"), defined.key("RANGE"));
    }

    private static DynamoDbClient client(URI endpoint, List<ExecutionInterceptor> interceptors) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("flotsam", "none")))
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(settings -> settings.executionInterceptors(interceptors))
                .build();
    }

    /** What runs; the log is held, for a logger nobody holds forgets its level. */
    private record Running(Server server, URI endpoint, DynamoDbClient client, Logger log) implements AutoCloseable {

        /** Loopback only, which the server's own launcher can't do. It tells of every call, and is told not to. */
        static Running start() {
            Logger log = Logger.getLogger("software.amazon.dynamodb");
            log.setLevel(Level.OFF);
            Server jetty = new Server();
            ServerConnector loopback = new ServerConnector(jetty);
            loopback.setHost("127.0.0.1");
            jetty.addConnector(loopback);
            try {
                jetty.setHandler(new LocalDynamoDBServerHandler(
                        new LocalDynamoDBRequestHandler(0, true, null, true, false), null));
                jetty.start();
            } catch (Exception failure) {
                throw new IllegalStateException("DynamoDB Local does not start", failure);
            }
            URI endpoint = URI.create("http://127.0.0.1:" + loopback.getLocalPort());
            return new Running(jetty, endpoint, LocalDynamo.client(endpoint, List.of()), log);
        }

        @Override
        public void close() {
            client.close();
            try {
                server.stop();
            } catch (Exception failure) {
                throw new IllegalStateException("DynamoDB Local does not stop", failure);
            }
        }
    }
}
