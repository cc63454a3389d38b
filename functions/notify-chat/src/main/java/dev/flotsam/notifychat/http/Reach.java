package dev.flotsam.notifychat.http;

import java.net.InetAddress;

/** Which addresses a message may go to. */
public enum Reach {
    /** The internet, by https only. */
    PUBLIC,
    /** The same, and this machine, also by http: for the local stack and for nothing else. */
    PUBLIC_AND_LOOPBACK;

    /** Whether a request of this scheme may go to the address. */
    boolean allows(String scheme, InetAddress address) {
        boolean toThisMachine = this == PUBLIC_AND_LOOPBACK && address.isLoopbackAddress();
        return toThisMachine || (scheme.equals("https") && PublicAddresses.contains(address));
    }

    /** Whether any address may be reached by this scheme. */
    boolean allows(String scheme) {
        return scheme.equals("https") || (scheme.equals("http") && this == PUBLIC_AND_LOOPBACK);
    }
}
