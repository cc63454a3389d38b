package dev.flotsam.notifychat.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Addresses of the public internet, by the IANA special-purpose address registries (RFC 6890 and what updates it). IPv4
 * is public but for the listed blocks; IPv6 is public only within 2000::/3, again but for the listed blocks, some of which
 * lead to IPv4 addresses. Java turns IPv4-mapped IPv6 addresses into IPv4 ones, which are judged as such.
 */
final class PublicAddresses {
    private static final List<Block> NOT_PUBLIC_V4 = List.of(
            Block.of("0.0.0.0", 8), // this network
            Block.of("10.0.0.0", 8), // private
            Block.of("100.64.0.0", 10), // carriers' NAT
            Block.of("127.0.0.0", 8), // loopback
            Block.of("169.254.0.0", 16), // link-local, with the metadata services of clouds
            Block.of("172.16.0.0", 12), // private
            Block.of("192.0.0.0", 24), // protocol assignments
            Block.of("192.0.2.0", 24), // documentation
            Block.of("192.88.99.0", 24), // 6to4 relays
            Block.of("192.168.0.0", 16), // private
            Block.of("198.18.0.0", 15), // benchmarks
            Block.of("198.51.100.0", 24), // documentation
            Block.of("203.0.113.0", 24), // documentation
            Block.of("224.0.0.0", 4), // multicast
            Block.of("240.0.0.0", 4)); // reserved, broadcast

    private static final Block GLOBAL_V6 = Block.of("2000::", 3);

    private static final List<Block> NOT_PUBLIC_V6 = List.of(
            Block.of("2001::", 23), // protocol assignments, with Teredo and ORCHID
            Block.of("2001:db8::", 32), // documentation
            Block.of("2002::", 16), // 6to4: leads to an IPv4 address
            Block.of("3fff::", 20)); // documentation

    private PublicAddresses() {}

    static boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return NOT_PUBLIC_V4.stream().noneMatch(block -> block.contains(bytes));
        }
        return GLOBAL_V6.contains(bytes) && NOT_PUBLIC_V6.stream().noneMatch(block -> block.contains(bytes));
    }

    /** Addresses that start with the same bits. */
    private static final class Block {
        private final byte[] start;
        private final int bits;

        private Block(byte[] start, int bits) {
            this.start = start;
            this.bits = bits;
        }

        static Block of(String start, int bits) {
            return new Block(InetAddress.ofLiteral(start).getAddress(), bits);
        }

        boolean contains(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (start[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
