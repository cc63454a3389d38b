package dev.flotsam.notifychat.http;

import dev.flotsam.triage.alert.Messenger;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.conn.DnsResolver;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.apache.http.impl.client.CloseableHttpClient;

/**
 * Posts by https to public addresses only, see {@link Reach}. A request takes {@link Limits#whole} at the most, lookup
 * included; of the answer only the status and {@code Retry-After} are read. No answer of this class and no log names an
 * address.
 */
public final class HttpMessenger implements Messenger {
    private final Reach reach;
    private final DnsResolver lookup;
    private final Limits limits;
    private final Clock clock;
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();

    HttpMessenger(Reach reach, DnsResolver lookup, Limits limits, Clock clock) {
        this.reach = reach;
        this.lookup = lookup;
        this.limits = limits;
        this.clock = clock;
    }

    /** A messenger that looks hosts up as the platform does. */
    public static HttpMessenger within(Reach reach) {
        return new HttpMessenger(reach, InetAddress::getAllByName, Limits.USUAL, Clock.systemUTC());
    }

    @Override
    public Answer post(Request request) {
        URI address;
        try {
            address = new URI(request.url());
        } catch (URISyntaxException malformed) {
            return later("its address is malformed");
        }
        if (address.getHost() == null || address.getScheme() == null || address.getUserInfo() != null) {
            return later("its address is malformed");
        }
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        if (!reach.allows(scheme)) {
            return later("its address is not https");
        }
        return bounded(httpPost(address, request), scheme);
    }

    private static HttpPost httpPost(URI address, Request request) {
        HttpPost post = new HttpPost(address);
        request.headers().forEach(post::setHeader);
        post.setEntity(new StringEntity(request.body(), ContentType.APPLICATION_JSON));
        return post;
    }

    /** Sockets bound each read; this bounds the whole, lookup and dripping answers included. */
    private Answer bounded(HttpPost post, String scheme) {
        Future<Answer> answer = requests.submit(() -> exchange(post, scheme));
        try {
            return answer.get(limits.whole().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            post.abort();
            answer.cancel(true);
            return later("it did not answer within " + limits.whole().toSeconds() + " s");
        } catch (InterruptedException stop) {
            post.abort();
            Thread.currentThread().interrupt();
            return later("the function was told to stop");
        } catch (ExecutionException failed) {
            return later(reason(failed.getCause()));
        }
    }

    /** A client for each request: its only connection is to the addresses that were checked for this request. */
    private Answer exchange(HttpPost post, String scheme) throws IOException {
        try (CloseableHttpClient client = Clients.over(new CheckedLookup(scheme, reach, lookup), limits);
                CloseableHttpResponse response = client.execute(post)) {
            int status = response.getStatusLine().getStatusCode();
            Optional<String> retryAfter =
                    Optional.ofNullable(response.getFirstHeader("Retry-After")).map(header -> header.getValue());
            return Statuses.answer(status, retryAfter.flatMap(value -> Statuses.wait(value, clock.instant())));
        }
    }

    private static String reason(Throwable failure) {
        return switch (failure) {
            case CheckedLookup.NotPublicException refused -> "its address is not a public one";
            case UnknownHostException unknown -> "its host has no address";
            case SocketTimeoutException slow -> "it did not answer in time";
            case SSLException untrusted -> "no trusted TLS connection to it";
            case IOException broken -> "the connection to it failed";
            default -> "sending failed: " + failure.getClass().getSimpleName();
        };
    }

    private static Answer later(String reason) {
        return new Answer.Later(reason, Optional.empty());
    }

    /**
     * Bounds of one request.
     *
     * @param connect to be connected
     * @param read between two reads
     * @param whole from lookup to answer; less than an outbox is held
     */
    record Limits(Duration connect, Duration read, Duration whole) {
        static final Limits USUAL = new Limits(Duration.ofSeconds(3), Duration.ofSeconds(8), Duration.ofSeconds(10));
    }
}
