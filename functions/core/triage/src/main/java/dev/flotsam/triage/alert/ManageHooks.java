package dev.flotsam.triage.alert;

import dev.flotsam.triage.Text;
import dev.flotsam.triage.alert.Hook.Route;
import dev.flotsam.triage.alert.Hook.Style;
import dev.flotsam.triage.alert.Outbox.Waiting;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What administrators do with hooks.
 *
 * <p>Nothing here sends: a test is an alert for one hook, sent by whoever announces alerts. So only that function needs
 * a way out and the right to read secrets.
 */
public final class ManageHooks {
    /** Most hooks: each is asked for every alert. */
    public static final int MOST_HOOKS = 50;

    private static final int LABEL_BYTES = 80;
    private static final int ROUTES = 50;
    private static final int URL_CHARS = 2_000;
    private static final int LISTED = 100;
    private static final int ID_BYTES = 8;
    private static final int SECRET_BYTES = 32;

    private final Hooks hooks;
    private final Outbox outbox;
    private final Alerts alerts;
    private final Secrets secrets;
    private final String prefix;
    private final boolean loopback;
    private final Clock clock;
    private final SecureRandom random;

    /**
     * The use cases over their ports.
     *
     * @param prefix what names of stored parameters start with, such as "/flotsam/hooks/"
     * @param loopback whether hooks may lead to this machine, as those of {@code flotsam up} do
     */
    public ManageHooks(
            Hooks hooks,
            Outbox outbox,
            Alerts alerts,
            Secrets secrets,
            String prefix,
            boolean loopback,
            Clock clock,
            SecureRandom random) {
        this.hooks = hooks;
        this.outbox = outbox;
        this.alerts = alerts;
        this.secrets = secrets;
        this.prefix = prefix;
        this.loopback = loopback;
        this.clock = clock;
        this.random = random;
    }

    /** Every hook with how it fares. */
    public List<Standing> list() {
        return hooks.all().stream().map(this::standing).toList();
    }

    /**
     * Creates a hook.
     *
     * @param url kept as a secret
     * @param routes none means everything
     * @throws IllegalArgumentException that says which value is wrong
     */
    public Created create(String label, Style style, String url, List<Route> routes) {
        check(label, url, routes);
        if (hooks.all().size() >= MOST_HOOKS) {
            throw new IllegalArgumentException("there are " + MOST_HOOKS + " hooks already: delete one first");
        }
        HookId id = new HookId(HexFormat.of().formatHex(bytes(ID_BYTES)));
        String parameter = prefix + id.value();
        secrets.write(parameter + "/url", url);
        Optional<String> secret =
                style == Style.WEBHOOK ? Optional.of(WebhookSignature.secret(bytes(SECRET_BYTES))) : Optional.empty();
        secret.ifPresent(value -> secrets.write(parameter + "/secret", value));
        Hook hook = new Hook(
                id,
                Text.bound(label, LABEL_BYTES),
                style,
                parameter + "/url",
                secret.isPresent() ? List.of(parameter + "/secret") : List.of(),
                routes.isEmpty() ? List.of(Route.EVERYTHING) : routes,
                clock.instant());
        hooks.put(hook);
        return new Created(hook, secret);
    }

    /** Deletes a hook with its secrets and all that waits for it; false if there is none. */
    public boolean delete(HookId id) {
        Optional<Hook> found = hooks.find(id);
        found.ifPresent(hook -> {
            hooks.delete(id);
            outbox.drop(id);
            secrets.delete(hook.url());
            hook.secrets().forEach(secrets::delete);
        });
        return found.isPresent();
    }

    /** Has a test message sent; {@link #list} tells what came of it. False if there is no such hook. */
    public boolean test(HookId id) {
        Optional<Hook> found = hooks.find(id);
        found.ifPresent(hook -> {
            retry(hook);
            alerts.raise(Alert.hookTest(id, clock.instant()));
        });
        return found.isPresent();
    }

    /** Has everything sent again that failed or was set aside; false if there is no such hook. */
    public boolean retry(HookId id) {
        Optional<Hook> found = hooks.find(id);
        found.ifPresent(this::retry);
        return found.isPresent();
    }

    private void retry(Hook hook) {
        outbox.waiting(hook.id(), Letter.MOST_ALERTS).stream()
                .filter(Waiting::isSetAside)
                .forEach(waiting -> outbox.resume(hook.id(), waiting.alert()));
        outbox.wake(hook.id());
    }

    private Standing standing(Hook hook) {
        return new Standing(hook, outbox.waiting(hook.id(), LISTED), outbox.ledger(hook.id()));
    }

    private void check(String label, String url, List<Route> routes) {
        if (label.isBlank()) {
            throw new IllegalArgumentException("label: say what people should call this hook");
        }
        if (!url.startsWith("https://") && !(loopback && url.startsWith("http://127.0.0.1:"))) {
            throw new IllegalArgumentException("url: an https address");
        }
        if (url.length() > URL_CHARS) {
            throw new IllegalArgumentException("url: at most " + URL_CHARS + " characters");
        }
        if (routes.size() > ROUTES) {
            throw new IllegalArgumentException("routes: at most " + ROUTES);
        }
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /**
     * A new hook.
     *
     * @param hook it
     * @param secret its signing secret: shown this once; empty for Slack, which checks none
     */
    public record Created(Hook hook, Optional<String> secret) {
        @Override
        public String toString() {
            return "created " + hook;
        }
    }

    /**
     * How a hook fares.
     *
     * @param hook it
     * @param waiting what it still has to be told or was set aside, oldest first, at most 100
     * @param ledger how far its sender got
     */
    public record Standing(Hook hook, List<Waiting> waiting, Ledger ledger) {
        public Standing {
            waiting = List.copyOf(waiting);
        }
    }
}
