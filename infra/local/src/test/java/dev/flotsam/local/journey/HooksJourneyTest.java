package dev.flotsam.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flotsam.local.LocalStack;
import dev.flotsam.local.StackOptions;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Hooks from the API to a receiver that misbehaves, through the packaged functions. It waits more than it works, so it runs
 * beside other classes; its own tests run one after another.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(Repository.BESIDE)
@Timeout(300)
class HooksJourneyTest {
    private LocalStack stack;
    private Hooks hooks;

    @BeforeAll
    void start(@TempDir Path data) throws IOException, InterruptedException {
        stack = LocalStack.start(StackOptions.forTest(Repository.root().resolve("template.yaml"), data));
        hooks = new Hooks(stack.endpoints());
    }

    @AfterAll
    void stop() {
        if (stack != null) {
            stack.close();
        }
    }

    @BeforeEach
    void behaveWell() throws IOException, InterruptedException {
        hooks.behave("{'answer':'ok'}");
    }

    @Test
    void aHookIsCreatedTestedListedAndDeleted() throws Exception {
        HttpResponse<String> answer = hooks.create("life", "webhook");
        JsonNode created = Hooks.read(answer);
        String id = created.at("/id").asText();
        String secret = created.at("/secret").asText();

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(at -> assertThat(at).endsWith("/v1/hooks/" + id));
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(cache -> assertThat(cache).contains("no-store"));
        assertThat(hooks.ask(id, "test")).isEqualTo(202);
        JsonNode message = hooks.awaitReceived("life", 1).getFirst();
        assertThat(message.at("/headers/webhook-signature").asText()).isEqualTo(signature(secret, message));
        JsonNode listed = hooks.await(id, hook -> !hook.at("/last_delivered").isNull());
        assertThat(listed.at("/failures").asInt()).isZero();
        assertThat(listed.toString()).doesNotContain(secret).doesNotContain("/hook/life");
        assertThat(hooks.delete(id)).isEqualTo(204);
        assertThat(hooks.find(id)).isEmpty();
        assertThat(Stream.of(hooks.delete(id), hooks.ask(id, "test"), hooks.ask(id, "retry")))
                .containsOnly(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "slow-down | {'answer':429,'retry_after':2,'times':1}",
                "broken | {'answer':500,'times':2}",
                "hanging | {'answer':'hang','times':1}",
                "closing | {'answer':'close','times':1}"
            })
    void aReceiverThatFailsForAWhileGetsTheSameMessageAgain(String label, String behaviour) throws Exception {
        String id = create(label);
        hooks.behave(behaviour);
        hooks.ask(id, "test");

        JsonNode listed = hooks.await(id, hook -> !hook.at("/last_delivered").isNull());
        List<JsonNode> received = hooks.received(label);

        assertThat(received).hasSizeGreaterThan(1);
        assertThat(received.getLast().at("/outcome").asText()).isEqualTo("200");
        assertThat(received)
                .extracting(message -> message.at("/headers/webhook-id").asText())
                .containsOnly(received.getFirst().at("/headers/webhook-id").asText());
        assertThat(listed.at("/undelivered")).isEmpty();
        assertThat(listed.at("/failures").asInt()).isZero();
        hooks.delete(id);
    }

    @Test
    void aReceiverThatStaysBrokenIsLeftAloneForAWhileAndTriedWhenAsked() throws Exception {
        String id = create("down");

        JsonNode down =
                testAgainst("{'answer':500}", id, hook -> hook.at("/failures").asInt() > 0);
        assertThat(down.at("/reason").asText()).contains("500");
        assertThat(down.at("/retry_at").isNull()).isFalse();
        assertThat(down.at("/undelivered")).hasSize(1);

        JsonNode up = retryOnceWell(id);
        assertThat(up.at("/last_delivered").isNull()).isFalse();
        assertThat(up.at("/retry_at").isNull()).isTrue();
        hooks.delete(id);
    }

    @Test
    void aMessageThatIsUnwantedStaysListedWithItsReasonAndIsSentAgainWhenAsked() throws Exception {
        String id = create("picky");

        JsonNode refused = testAgainst(
                "{'answer':400}",
                id,
                hook -> !hook.at("/undelivered/0/reason").asText("").isEmpty());
        assertThat(refused.at("/undelivered/0/reason").asText()).contains("400");
        assertThat(hooks.received("picky")).hasSize(1);

        retryOnceWell(id);
        assertThat(hooks.received("picky")).hasSize(2);
        hooks.delete(id);
    }

    /** Has a test sent to a receiver that behaves so; how the hook fares then. */
    private JsonNode testAgainst(String behaviour, String id, Predicate<JsonNode> standing) throws Exception {
        hooks.behave(behaviour);
        hooks.ask(id, "test");
        return hooks.await(id, standing);
    }

    /** The receiver is well again, and somebody asks for what it missed; how the hook fares when it has it. */
    private JsonNode retryOnceWell(String id) throws Exception {
        behaveWell();
        assertThat(hooks.ask(id, "retry")).isEqualTo(202);
        stack.ringSchedules();
        return hooks.await(id, hook -> hook.at("/undelivered").isEmpty());
    }

    @Test
    void whatCanBeNoHookIsRefusedInWordsThatRepeatNoAddress() throws Exception {
        for (HttpResponse<String> answer : List.of(
                hooks.create("file", "webhook", "file:///etc/verysecret"),
                hooks.create("unknown", "carrier-pigeon", "https://hooks.example/verysecret"),
                hooks.create("", "slack", "https://hooks.example/verysecret"))) {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.body()).doesNotContain("verysecret");
        }
    }

    @Test
    void nothingPersonalOfAReportReachesChatAndNoMarkupOfItsWorks() throws Exception {
        List<String> ids =
                List.of(Hooks.read(hooks.create("slack", "slack")).at("/id").asText(), create("webhook"));
        Planted planted = Planted.in(Repository.root().resolve("events/parse-crashes/swift-trap.ips"));

        stack.put("crashes/planted.ips", planted.report().getBytes(StandardCharsets.UTF_8));

        for (String label : List.of("slack", "webhook")) {
            String body = hooks.awaitReceived(label, 1).getFirst().at("/body").asText();
            assertThat(body).contains("LanternListModel.row(at:", "[email]", "/Users/", "iPhone15,4");
            assertThat(body).doesNotContain(planted.secrets());
        }
        String slack = hooks.received("slack").getFirst().at("/body").asText();
        assertThat(slack).doesNotContain(Planted.MARKUP).contains("&lt;!channel&gt;");
        for (String id : ids) {
            hooks.delete(id);
        }
    }

    @Test
    void aResolvedClusterThatIsSeenAgainInANewerVersionIsToldOnce() throws Exception {
        String id = create("back");
        Client client = new Client(stack);
        String report = Files.readString(Repository.root().resolve("events/parse-crashes/abort.ips"))
                .replace("com.example.lighthouse", "com.example.returning");
        stack.put("crashes/back-1.ips", report.getBytes(StandardCharsets.UTF_8));
        String cluster = Hooks.read(
                        hooks.awaitReceived("back", 1).getFirst().at("/body").asText())
                .at("/data/cluster/id")
                .asText();
        // People are told before the version is counted that the cluster is then resolved in.
        client.awaitApp("com.example.returning");
        client.change("PATCH", "/v1/clusters/" + cluster, 0, "{\"state\": \"resolved\"}");

        for (int number = 2; number <= 4; number++) {
            stack.put(
                    "crashes/back-" + number + ".ips",
                    report.replace("\"5.2\"", "\"5.3\"")
                            .replace("D33A6960", "D33A696" + number)
                            .getBytes(StandardCharsets.UTF_8));
        }

        Map<String, Long> counts = Map.of(title(client, cluster), 4L);
        assertThat(client.titlesOnce("com.example.returning", counts)).isEqualTo(counts);
        // What comes now is told after all that the reports before caused: streams keep their order.
        stack.put(
                "crashes/other.crash",
                Files.readAllBytes(Repository.root().resolve("events/parse-crashes/sigbus.crash")));

        List<JsonNode> told = new ArrayList<>();
        for (JsonNode message : hooks.awaitReceived("back", 3)) {
            told.add(Hooks.read(message.at("/body").asText()));
        }
        assertThat(told)
                .extracting(body -> body.at("/type").asText())
                .containsExactly("cluster.new", "cluster.regressed", "cluster.new");
        JsonNode back = told.get(1).at("/data");
        assertThat(back.at("/cluster/id").asText()).isEqualTo(cluster);
        assertThat(back.at("/resolved_in").asText()).isEqualTo("5.2 (1042)");
        assertThat(back.at("/seen_in").asText()).isEqualTo("5.3 (1042)");
        hooks.delete(id);
    }

    private static String title(Client client, String cluster) throws IOException, InterruptedException {
        return client.get("/v1/clusters/" + cluster).at("/title").asText();
    }

    private String create(String label) throws IOException, InterruptedException {
        return Hooks.read(hooks.create(label, "webhook")).at("/id").asText();
    }

    /** As the Standard Webhooks specification says. */
    private static String signature(String secret, JsonNode message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        String signed = message.at("/headers/webhook-id").asText()
                + "." + message.at("/headers/webhook-timestamp").asText()
                + "." + message.at("/body").asText();
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }
}
