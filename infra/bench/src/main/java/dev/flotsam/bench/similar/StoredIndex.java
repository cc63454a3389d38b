package dev.flotsam.bench.similar;

import dev.flotsam.aws.dynamodb.DynamoStackMemories;
import dev.flotsam.aws.dynamodb.Table;
import dev.flotsam.signature.similarity.StackMemory;
import dev.flotsam.triage.Digest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB Local in memory with the stacks of many clusters. They are written in batches, as {@link DynamoStackMemories}
 * leaves them after remembering one after the other, which would take hours; {@link #load} fails if that adapter does not
 * find what was written.
 */
final class StoredIndex implements AutoCloseable {
    static final String APP = "com.example.lighthouse";

    private static final int MOST_POSTINGS = 128;
    private static final int BATCH = 25;

    private final Server server;
    private final DynamoDbClient client;
    private final Reads reads = new Reads();

    private StoredIndex(Server server, URI endpoint) {
        this.server = server;
        this.client = DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("flotsam", "none")))
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(settings -> settings.addExecutionInterceptor(reads))
                .build();
    }

    static StoredIndex start() throws IOException {
        Server server = new Server();
        ServerConnector loopback = new ServerConnector(server);
        loopback.setHost("127.0.0.1");
        server.addConnector(loopback);
        server.setHandler(
                new LocalDynamoDBServerHandler(new LocalDynamoDBRequestHandler(0, true, null, true, false), null));
        try {
            server.start();
        } catch (Exception failure) {
            throw new IOException("DynamoDB Local does not start: " + failure.getMessage(), failure);
        }
        return new StoredIndex(server, URI.create("http://127.0.0.1:" + loopback.getLocalPort()));
    }

    Reads reads() {
        return reads;
    }

    /** A fresh table with the stacks of so many clusters. */
    DynamoStackMemories load(int clusters, MadeUpStacks stacks, int frames) {
        String name = "clusters-" + clusters;
        client.createTable(table -> table.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(List.of(attribute("pk"), attribute("sk")))
                .keySchema(List.of(key("pk", KeyType.HASH), key("sk", KeyType.RANGE))));
        Map<String, Postings> postings = new HashMap<>();
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        for (int cluster = 0; cluster < clusters; cluster++) {
            String id = MadeUpStacks.id(cluster);
            List<String> stack = stacks.next(frames);
            items.add(item("CLUSTER#" + id, "STACK", Map.of("stack", texts(stack))));
            new LinkedHashSet<>(stack)
                    .forEach(frame -> postings.computeIfAbsent(frame, unseen -> new Postings())
                            .add(id));
        }
        postings.forEach((frame, posted) -> items.add(item(
                "FRAME#" + hash(frame),
                "POSTINGS",
                Map.of("n", number(posted.count), "listed", texts(posted.newest())))));
        items.add(item("STACKS#" + APP, "COUNT", Map.of("n", number(clusters))));
        write(name, items);
        DynamoStackMemories memories = new DynamoStackMemories(new Table(client, name, "pk", "sk"));
        check(memories, postings, stacks.next(frames), clusters);
        return memories;
    }

    private static AttributeDefinition attribute(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private static void check(
            DynamoStackMemories memories, Map<String, Postings> postings, List<String> stack, int clusters) {
        StackMemory memory = memories.of(APP);
        memory.remember(MadeUpStacks.id(clusters), stack, 1);
        memories.of(APP).frequencies(new LinkedHashSet<>(stack)).forEach((frame, count) -> {
            long before = postings.containsKey(frame) ? postings.get(frame).count : 0;
            if (count != before + 1) {
                throw new IllegalStateException(frame + " stands in " + count + " stacks, not in " + (before + 1));
            }
        });
        if (memories.of(APP).stacks() != clusters + 1L) {
            throw new IllegalStateException("not the stacks that were written");
        }
    }

    private void write(String table, List<Map<String, AttributeValue>> items) {
        for (int from = 0; from < items.size(); from += BATCH) {
            List<WriteRequest> writes = items.subList(from, Math.min(items.size(), from + BATCH)).stream()
                    .map(item -> WriteRequest.builder()
                            .putRequest(put -> put.item(item))
                            .build())
                    .toList();
            client.batchWriteItem(batch -> batch.requestItems(Map.of(table, writes)));
        }
    }

    private static Map<String, AttributeValue> item(String partition, String sort, Map<String, AttributeValue> rest) {
        Map<String, AttributeValue> item = new HashMap<>(rest);
        item.put("pk", AttributeValue.fromS(partition));
        item.put("sk", AttributeValue.fromS(sort));
        return item;
    }

    private static AttributeValue texts(List<String> texts) {
        return AttributeValue.fromL(texts.stream().map(AttributeValue::fromS).toList());
    }

    private static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    private static String hash(String frame) {
        byte[] key = (APP + "\n" + frame).getBytes(StandardCharsets.UTF_8);
        return Digest.hex(Digest.sha256(key)).substring(0, 32);
    }

    @Override
    public void close() throws IOException {
        client.close();
        try {
            server.stop();
        } catch (Exception failure) {
            throw new IOException("DynamoDB Local does not stop: " + failure.getMessage(), failure);
        }
    }

    /** The clusters that a frame stands in; the first ones are listed, the newest of them first. */
    private static final class Postings {
        private final List<String> listed = new ArrayList<>();
        private long count;

        void add(String cluster) {
            count++;
            if (listed.size() < MOST_POSTINGS) {
                listed.add(cluster);
            }
        }

        List<String> newest() {
            return listed.reversed();
        }
    }
}
