package dev.flotsam.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.flotsam.local.dynamo.DynamoCalls;
import dev.flotsam.local.host.FunctionZip;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.CompletedMultipartUpload;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

@Timeout(180)
class LocalStackTest {
    private static final String TEMPLATE = """
            Parameters:
              Records: {Type: String}
            Globals:
              Function:
                Runtime: java25
                MemorySize: 128
                Timeout: 30
                Environment: {Variables: {RECORDS: !Ref Records, SETTINGS_TABLE: !Ref Settings}}
            Resources:
              Uploads:
                Type: AWS::S3::Bucket
              Settings:
                Type: AWS::DynamoDB::Table
                Properties:
                  AttributeDefinitions: [{AttributeName: pk, AttributeType: S}, {AttributeName: sk, AttributeType: S}]
                  KeySchema: [{AttributeName: pk, KeyType: HASH}, {AttributeName: sk, KeyType: RANGE}]
                  StreamSpecification: {StreamViewType: NEW_AND_OLD_IMAGES}
              Record:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: functions/record/target/function.zip
                  Handler: dev.flotsam.local.RecordingHandler::handleRequest
                  Events:
                    Reports:
                      Type: S3
                      Properties:
                        Bucket: !Ref Uploads
                        Events: s3:ObjectCreated:*
                        Filter: {S3Key: {Rules: [{Name: prefix, Value: reports/}]}}
                    Changes:
                      Type: DynamoDB
                      Properties:
                        Stream: !GetAtt Settings.StreamArn
                        StartingPosition: TRIM_HORIZON
                        FilterCriteria: {Filters: [{Pattern: '{"dynamodb":{"Keys":{"pk":{"S":["WATCHED"]}}}}'}]}
                    Api:
                      Type: HttpApi
                      Properties: {Path: $default}
            """;

    @TempDir
    Path folder;

    private Path records;
    private LocalStack stack;

    @BeforeEach
    void start() throws Exception {
        records = Files.createDirectories(folder.resolve("records"));
        FunctionZip.of(RecordingHandler.class, folder.resolve("functions/record/target/function.zip"));
        Files.writeString(folder.resolve("template.yaml"), TEMPLATE);
        stack = LocalStack.start(options(0));
    }

    private StackOptions options(int port) {
        return new StackOptions(
                folder.resolve("template.yaml"),
                folder.resolve("data"),
                port,
                false,
                false,
                Map.of("Records", records.toString()),
                line -> {});
    }

    @AfterEach
    void stop() {
        stack.close();
    }

    @Test
    void anUploadReachesTheFunctionWhosePrefixMatchesAsS3WouldTellIt() throws Exception {
        try (S3Client s3 = s3()) {
            put(s3, "elsewhere/x", "no");
            put(s3, "reports/a b+ü.ips", "hello");
        }
        JsonNode object = awaitEvent(event -> event.has("s3")).path("s3").path("object");
        assertThat(object.path("key").asText()).isEqualTo("reports/a+b%2B%C3%BC.ips");
        assertThat(object.path("size").asInt()).isEqualTo(5);
        assertThat(object.path("eTag").asText()).isEqualTo("5d41402abc4b2a76b9719d911017c592");
        assertThat(object.path("sequencer").asText()).matches("[0-9A-F]{16}");
        assertThat(object.has("versionId")).isFalse();
        assertThat(events()).hasSize(1);
    }

    @Test
    void aMultipartUploadIsOneEvent() throws Exception {
        String bucket = stack.endpoints().bucket();
        try (S3Client s3 = s3()) {
            String id = s3.createMultipartUpload(r -> r.bucket(bucket).key("reports/big"))
                    .uploadId();
            byte[] part = new byte[5 * 1024 * 1024];
            List<CompletedPart> parts = new ArrayList<>();
            for (int number = 1; number <= 2; number++) {
                int which = number;
                String tag = s3.uploadPart(
                                r -> r.bucket(bucket)
                                        .key("reports/big")
                                        .uploadId(id)
                                        .partNumber(which),
                                RequestBody.fromBytes(part))
                        .eTag();
                parts.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
            }
            s3.completeMultipartUpload(r -> r.bucket(bucket)
                    .key("reports/big")
                    .uploadId(id)
                    .multipartUpload(
                            CompletedMultipartUpload.builder().parts(parts).build()));
            s3.copyObject(r -> r.sourceBucket(bucket)
                    .sourceKey("reports/big")
                    .destinationBucket(bucket)
                    .destinationKey("reports/copy"));
        }
        JsonNode completed =
                awaitEvent(event -> event.path("eventName").asText().equals("ObjectCreated:CompleteMultipartUpload"));
        assertThat(completed.path("s3").path("object").path("size").asInt()).isEqualTo(10 * 1024 * 1024);
        awaitEvent(event -> event.path("eventName").asText().equals("ObjectCreated:Copy"));
        assertThat(events()).hasSize(2);
    }

    @Test
    void aPresignedGetWorksAndAWrongKeyDoesNot() throws Exception {
        try (S3Client s3 = s3();
                S3Presigner presigner = S3Presigner.builder()
                        .endpointOverride(stack.endpoints().s3())
                        .region(Region.US_EAST_1)
                        .credentialsProvider(
                                credentials(stack.endpoints().credentials().secretKey()))
                        .serviceConfiguration(S3Configuration.builder()
                                .pathStyleAccessEnabled(true)
                                .build())
                        .build();
                S3Client stranger = s3("not the secret")) {
            put(s3, "kept/x", "content");
            URI url = presigner
                    .presignGetObject(r -> r.signatureDuration(Duration.ofMinutes(1))
                            .getObjectRequest(
                                    g -> g.bucket(stack.endpoints().bucket()).key("kept/x")))
                    .url()
                    .toURI();
            assertThat(get(url).body()).isEqualTo("content");
            assertThat(get(URI.create(url.toString().replace("kept/x", "kept/y")))
                            .statusCode())
                    .isEqualTo(403);
            // Without a body: a server that refuses at once may close before a client has sent one.
            assertThatThrownBy(() -> stranger.deleteObject(
                            r -> r.bucket(stack.endpoints().bucket()).key("kept/x")))
                    .isInstanceOfSatisfying(
                            S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(403));
            assertThat(get(url).body()).isEqualTo("content");
        }
    }

    @Test
    void aPresignedPostIsTakenWithinItsBoundsOnly() throws Exception {
        PresignedPost post = new PresignedPost(stack.endpoints(), "reports/posted.ips", 10);
        assertThat(post.send("ten bytes!").statusCode()).isBetween(200, 204);
        JsonNode event = awaitEvent(each -> each.has("s3"));
        assertThat(event.path("s3").path("object").path("key").asText()).isEqualTo("reports/posted.ips");
        assertThat(event.path("s3").path("object").path("size").asInt()).isEqualTo(10);

        assertThat(post.send("eleven bytes").statusCode()).isBetween(400, 403);
        assertThat(post.withKey("reports/another.ips").send("x").statusCode()).isEqualTo(403);
        assertThat(events()).hasSize(1);
    }

    @Test
    void aChangeThatPassesTheFilterReachesTheFunctionAndTheFirstKeyIsSeeded() throws Exception {
        try (var dynamo = new DynamoCalls(stack.endpoints().dynamodb(), "any")) {
            for (String pk : List.of("IGNORED", "WATCHED")) {
                dynamo.call(
                        "PutItem",
                        Map.of(
                                "TableName",
                                "flotsam-settings",
                                "Item",
                                Map.of("pk", Map.of("S", pk), "sk", Map.of("S", "1"))));
            }
            assertThat(dynamo.call("Scan", Map.of("TableName", "flotsam-settings"))
                            .toString())
                    .contains("\"admin\"", "\"KEYS\"")
                    .doesNotContain(stack.endpoints().key());
        }
        JsonNode change = awaitEvent(event -> event.has("dynamodb"));
        assertThat(change.path("eventName").asText()).isEqualTo("INSERT");
        assertThat(change.path("dynamodb").path("NewImage").path("pk").path("S").asText())
                .isEqualTo("WATCHED");
        assertThat(change.path("awsRegion").asText()).isEqualTo("us-east-1");
        assertThat(events()).hasSize(1);
    }

    @Test
    void aRequestReachesTheFunctionInPayloadFormatOne() throws Exception {
        URI url = stack.endpoints().url().resolve("/v1/clusters?app=a%20b&app=c&q=");
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(url)
                                .header("X-Probe", "one")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[] {0, (byte) 0xff}))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        JsonNode event = new JsonMapper().readTree(response.body());
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(event.path("version").asText()).isEqualTo("1.0");
        assertThat(event.path("path").asText()).isEqualTo("/v1/clusters");
        assertThat(event.path("multiValueQueryStringParameters").path("app").toString())
                .isEqualTo("[\"a b\",\"c\"]");
        assertThat(event.path("queryStringParameters").path("app").asText()).isEqualTo("c");
        assertThat(event.path("headers").path("X-probe").asText()).isEqualTo("one");
        assertThat(event.path("headers").path("X-Forwarded-Port").asText()).isEqualTo(String.valueOf(url.getPort()));
        assertThat(event.path("isBase64Encoded").asBoolean()).isTrue();
        assertThat(event.path("body").asText()).isEqualTo("AP8=");
    }

    @Test
    void aRequestAboveLambdasLimitIsRefused() throws Exception {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(stack.endpoints().url())
                                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[6 * 1024 * 1024]))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(413);
    }

    @Test
    void aSecondStartKeepsDataKeyAndPositionAndAnnouncesNothingTwice() throws Exception {
        put("reports/first");
        awaitEvent(event -> event.has("s3"));
        try (var dynamo = new DynamoCalls(stack.endpoints().dynamodb(), "any")) {
            dynamo.call(
                    "PutItem",
                    Map.of(
                            "TableName",
                            "flotsam-settings",
                            "Item",
                            Map.of("pk", Map.of("S", "WATCHED"), "sk", Map.of("S", "1"))));
        }
        awaitEvent(event -> event.has("dynamodb"));
        Endpoints before = stack.endpoints();
        while (stack.pendingUploads() > 0) {
            Thread.sleep(10);
        }
        stack.close();
        stack = LocalStack.start(options(0));
        assertThat(stack.isFirstStart()).isFalse();
        assertThat(stack.endpoints().key()).isEqualTo(before.key());
        assertThat(stack.endpoints().credentials()).isEqualTo(before.credentials());
        put("reports/second");
        awaitEvent(event -> event.path("s3").path("object").path("key").asText().equals("reports/second"));
        try (S3Client s3 = s3()) {
            assertThat(s3.getObjectAsBytes(
                                    r -> r.bucket(stack.endpoints().bucket()).key("reports/first"))
                            .asUtf8String())
                    .isEqualTo("x");
        }
        assertThat(events()).hasSize(3);
    }

    @Test
    void whatWasBeingWrittenWhenTheStackDiedIsAnnouncedByTheNext() throws Exception {
        put("reports/x");
        awaitEvent(event -> event.has("s3"));
        stack.close();
        Path arrivals = folder.resolve("data/pending/arrivals");
        String note = "{\"bucket\":\"flotsam-uploads\",\"key\":\"reports/%s\",\"event\":\"ObjectCreated:Put\"}";
        Files.writeString(arrivals.resolve("1.json"), note.formatted("x"));
        Files.writeString(arrivals.resolve("2.json"), note.formatted("never-written"));
        stack = LocalStack.start(options(0));
        while (events().size() < 2) {
            Thread.sleep(20);
        }
        assertThat(events())
                .allMatch(event ->
                        event.path("s3").path("object").path("key").asText().equals("reports/x"));
        assertThat(arrivals).isEmptyDirectory();
    }

    @Test
    void endpointsAreWrittenForTheirOwnerOnly() throws Exception {
        Path file = folder.resolve("data/endpoints.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        JsonNode json = new JsonMapper().readTree(file.toFile());
        assertThat(json.path("url").asText()).startsWith("http://127.0.0.1:");
        assertThat(json.path("s3").path("bucket").asText()).isEqualTo("flotsam-uploads");
        assertThat(json.path("s3").path("region").asText()).isEqualTo("us-east-1");
        assertThat(json.path("key").asText()).hasSizeGreaterThan(42);
    }

    @Test
    void aFolderInUseIsRefused() {
        assertThatThrownBy(() -> LocalStack.start(options(0)).close()).hasMessageContaining("in use");
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        stack.close();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> LocalStack.start(options(port)).close())
                    .isInstanceOf(BindException.class)
                    .hasMessageContaining("port " + port + " is taken");
        }
    }

    @Test
    void stoppingEndsTheFunctionsProcesses() {
        List<ProcessHandle> processes = stack.pids("record").stream()
                .map(pid -> ProcessHandle.of(pid).orElseThrow())
                .toList();
        assertThat(processes).hasSize(1);
        stack.close();
        processes.forEach(process -> process.onExit().join());
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
    }

    private void put(String key) {
        try (S3Client s3 = s3()) {
            put(s3, key, "x");
        }
    }

    private void put(S3Client s3, String key, String content) {
        s3.putObject(r -> r.bucket(stack.endpoints().bucket()).key(key), RequestBody.fromString(content));
    }

    private S3Client s3() {
        return s3(stack.endpoints().credentials().secretKey());
    }

    private S3Client s3(String secretKey) {
        return S3Client.builder()
                .endpointOverride(stack.endpoints().s3())
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials(secretKey))
                .httpClient(UrlConnectionHttpClient.create())
                .forcePathStyle(true)
                .build();
    }

    private StaticCredentialsProvider credentials(String secretKey) {
        return StaticCredentialsProvider.create(
                AwsBasicCredentials.create(stack.endpoints().credentials().accessKey(), secretKey));
    }

    private static HttpResponse<String> get(URI url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The one record of the first event whose record satisfies the condition. */
    private JsonNode awaitEvent(Predicate<JsonNode> condition) throws IOException, InterruptedException {
        while (true) {
            for (JsonNode event : events()) {
                if (condition.test(event)) {
                    return event;
                }
            }
            Thread.sleep(20);
        }
    }

    private List<JsonNode> events() throws IOException {
        List<JsonNode> events = new ArrayList<>();
        try (Stream<Path> files = Files.list(records)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".json")).toList()) {
                new JsonMapper().readTree(file.toFile()).path("Records").forEach(events::add);
            }
        }
        return events;
    }
}
