package dev.flotsam.notifychat.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.triage.alert.Messenger.Answer;
import dev.flotsam.triage.alert.Messenger.Request;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.http.conn.DnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpMessengerTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:15:00Z");
    private static final HttpMessenger.Limits SHORT =
            new HttpMessenger.Limits(Duration.ofMillis(300), Duration.ofMillis(800), Duration.ofSeconds(1));

    @Test
    void postsBodyAndHeaders() throws IOException {
        try (Receiver receiver = Receiver.answering("HTTP/1.1 204 No Content\n\n")) {
            Answer answer = local().post(new Request(
                    receiver.url("/services/T0?x=1"), Map.of("webhook-id", "msg_1"), "{\"a\":\"ä\"}"));

            assertThat(answer).isEqualTo(new Answer.Taken());
            assertThat(receiver.requests)
                    .singleElement()
                    .asString()
                    .startsWith("POST /services/T0?x=1 HTTP/1.1\r\n")
                    .containsIgnoringCase("webhook-id: msg_1\r\n")
                    .containsIgnoringCase("content-type: application/json")
                    .endsWith("{\"a\":\"ä\"}");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "200, Taken",
        "299, Taken",
        "400, Refused",
        "413, Refused",
        "422, Refused",
        "301, Later",
        "401, Later",
        "404, Later",
        "410, Later",
        "429, Later",
        "500, Later",
        "503, Later"
    })
    void tellsWhatAStatusMeans(int status, String meaning) throws IOException {
        try (Receiver receiver = Receiver.answering("HTTP/1.1 " + status + " X\nContent-Length: 0\n\n")) {
            assertThat(local().post(to(receiver.url("/"))).getClass().getSimpleName())
                    .isEqualTo(meaning);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 | 7",
                "0 | 0",
                "999999999 | 86400",
                "Mon, 02 Mar 2026 09:15:30 GMT | 30",
                "Mon, 02 Mar 2026 09:14:00 GMT | 0"
            })
    void readsHowLongToWait(String retryAfter, long seconds) throws IOException {
        String response = "HTTP/1.1 429 Slow\nRetry-After: " + retryAfter + "\nContent-Length: 0\n\n";
        try (Receiver receiver = Receiver.answering(response)) {
            assertThat(local().post(to(receiver.url("/"))))
                    .isEqualTo(
                            new Answer.Later("it answered with status 429", Optional.of(Duration.ofSeconds(seconds))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "1e9", "12345678901234567890", ""})
    void ignoresAWaitThatIsNone(String retryAfter) {
        assertThat(Statuses.wait(retryAfter, NOW)).isEmpty();
    }

    @Test
    void followsNoRedirectAndRepeatsNothingOfTheAnswer() throws IOException {
        try (Receiver target = Receiver.answering("HTTP/1.1 200 OK\n\n");
                Receiver receiver = Receiver.answering("HTTP/1.1 302 Secret-Reason\nLocation: " + target.url("/x")
                        + "\nContent-Length: 6\n\nsecret")) {
            Answer answer = local().post(to(receiver.url("/")));

            assertThat(answer.toString()).contains("redirect (302)").doesNotContainIgnoringCase("secret");
            assertThat(target.requests).isEmpty();
        }
    }

    @Test
    void endsAHangingAnswerInTime() throws IOException {
        try (Receiver receiver = Receiver.of(socket -> Thread.sleep(60_000))) {
            assertThat(reason(local().post(to(receiver.url("/"))))).contains("did not answer");
        }
    }

    @Test
    void endsADrippingAnswerInTime() throws IOException {
        try (Receiver receiver = Receiver.of(socket -> {
            socket.getOutputStream().write("HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.UTF_8));
            while (true) {
                socket.getOutputStream().write('x');
                socket.getOutputStream().flush();
                Thread.sleep(50);
            }
        })) {
            assertThat(reason(local().post(to(receiver.url("/"))))).contains("did not answer within 1 s");
        }
    }

    @Test
    void endsAnEndlessHeaderAndReadsNoBody() throws IOException {
        byte[] line = "X-Header: y\r\n".repeat(10_000).getBytes(StandardCharsets.UTF_8);
        try (Receiver endless = Receiver.of(socket -> {
                    socket.getOutputStream().write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.UTF_8));
                    socket.getOutputStream().write(line);
                });
                Receiver huge = Receiver.answering("HTTP/1.1 200 OK\nContent-Length: 999999999999\n\nx")) {
            assertThat(reason(local().post(to(endless.url("/"))))).contains("connection to it failed");
            assertThat(local().post(to(huge.url("/")))).isEqualTo(new Answer.Taken());
        }
    }

    @Test
    void survivesAClosedConnection() throws IOException {
        try (Receiver receiver = Receiver.of(socket -> socket.close())) {
            assertThat(reason(local().post(to(receiver.url("/"))))).contains("connection to it failed");
            assertThat(receiver.requests).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example/",
                "ftp://hooks.example/",
                "file:///etc/passwd",
                "//hooks.example/",
                "https:///x",
                "https://user:word@hooks.example/",
                "https://exa mple/",
                "gopher://127.0.0.1/",
                ""
            })
    void refusesWhatIsNoHttpsAddressWithoutLookingItUp(String url) {
        AtomicInteger lookups = new AtomicInteger();
        HttpMessenger strict = new HttpMessenger(
                Reach.PUBLIC,
                host -> {
                    lookups.incrementAndGet();
                    return InetAddress.getAllByName("192.0.2.1");
                },
                SHORT,
                clock());

        assertThat(reason(strict.post(to(url)))).containsAnyOf("malformed", "not https");
        assertThat(lookups).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1:%d/",
                "https://[::1]:%d/",
                "https://[::ffff:127.0.0.1]:%d/",
                "https://localhost:%d/",
                "https://127.1:%d/",
                "https://2130706433:%d/",
                "https://0:%d/",
                "https://169.254.169.254/latest/meta-data/",
                "https://[fd00:ec2::254]/",
                "https://10.1.2.3/"
            })
    void refusesHostsThatAreNotPublicHoweverTheyAreSpelled(String url) throws IOException {
        try (Receiver receiver = Receiver.answering("HTTP/1.1 200 OK\n\n")) {
            HttpMessenger strict = new HttpMessenger(Reach.PUBLIC, InetAddress::getAllByName, SHORT, clock());

            assertThat(reason(strict.post(to(url.formatted(receiver.port())))))
                    .containsAnyOf("not a public one", "malformed");
            assertThat(receiver.requests).isEmpty();
        }
    }

    @Test
    void refusesAHostIfOnlyOneOfItsAddressesIsPrivate() {
        HttpMessenger strict = new HttpMessenger(
                Reach.PUBLIC,
                host -> new InetAddress[] {InetAddress.ofLiteral("1.1.1.1"), InetAddress.ofLiteral("10.0.0.1")},
                SHORT,
                clock());

        assertThat(reason(strict.post(to("https://hooks.example/")))).contains("not a public one");
    }

    /** The name leads to a public address when it is checked, and to this machine when it is asked again. */
    @Test
    void connectsToTheAddressThatWasCheckedWhenTheNameIsReboundMeanwhile() throws IOException {
        try (Receiver inside = Receiver.answering("HTTP/1.1 200 OK\n\n")) {
            Rebinding rebinding = new Rebinding("192.0.1.1", "127.0.0.1");
            HttpMessenger strict = new HttpMessenger(Reach.PUBLIC, rebinding, SHORT, clock());
            String url = "https://rebound.example:" + inside.port() + "/";

            Answer first = strict.post(to(url));
            assertThat(rebinding.lookups).hasValue(1);
            assertThat(reason(first)).doesNotContain("not a public one");
            assertThat(reason(strict.post(to(url)))).contains("not a public one");
            assertThat(rebinding.lookups).hasValue(2);
            assertThat(inside.requests).isEmpty();
        }
    }

    @Test
    void saysThatAHostHasNoAddress() {
        HttpMessenger strict = new HttpMessenger(
                Reach.PUBLIC,
                host -> {
                    throw new UnknownHostException(host);
                },
                SHORT,
                clock());

        assertThat(reason(strict.post(to("https://gone.example/secret")))).isEqualTo("its host has no address");
    }

    private static HttpMessenger local() {
        return new HttpMessenger(Reach.PUBLIC_AND_LOOPBACK, InetAddress::getAllByName, SHORT, clock());
    }

    private static Request to(String url) {
        return new Request(url, Map.of(), "{}");
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    private static String reason(Answer answer) {
        return switch (answer) {
            case Answer.Taken taken -> "taken";
            case Answer.Later(String reason, Optional<Duration> after) -> reason;
            case Answer.Refused(String reason) -> reason;
        };
    }

    /** Answers differently each time, as a hostile name server does. */
    private static final class Rebinding implements DnsResolver {
        final AtomicInteger lookups = new AtomicInteger();
        private final Deque<String> answers;

        Rebinding(String... answers) {
            this.answers = new ArrayDeque<>(List.of(answers));
        }

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            lookups.incrementAndGet();
            return new InetAddress[] {InetAddress.ofLiteral(answers.removeFirst())};
        }
    }
}
