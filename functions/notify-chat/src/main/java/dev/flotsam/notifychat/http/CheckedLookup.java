package dev.flotsam.notifychat.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.http.conn.DnsResolver;

/**
 * Looks a host up once, checks every address it has, and hands the client exactly those to connect to: no second lookup
 * can lead elsewhere.
 */
final class CheckedLookup implements DnsResolver {
    private final String scheme;
    private final Reach reach;
    private final DnsResolver lookup;

    CheckedLookup(String scheme, Reach reach, DnsResolver lookup) {
        this.scheme = scheme;
        this.reach = reach;
        this.lookup = lookup;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = lookup.resolve(host);
        for (InetAddress address : addresses) {
            if (!reach.allows(scheme, address)) {
                throw new NotPublicException();
            }
        }
        return addresses;
    }

    /** The host has an address that is not public. Says neither which host nor which address. */
    static final class NotPublicException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        NotPublicException() {
            super("not a public address");
        }
    }
}
