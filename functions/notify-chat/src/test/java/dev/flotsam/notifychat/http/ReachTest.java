package dev.flotsam.notifychat.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.0.1",
                "169.254.169.254",
                "169.254.170.2",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254",
                "64:ff9b::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:0:7f00:1::",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:a9fe:a9fe::1",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd00:ec2::254",
                "fdff:ffff::1",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "ff02::1",
                "4000::1"
            })
    void refusesAllThatIsNotThePublicInternet(String address) throws UnknownHostException {
        assertThat(Reach.PUBLIC.allows("https", InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
                "128.0.0.0", "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "192.0.1.0",
                "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255", "::ffff:8.8.8.8",
                "2001:200::1", "2001:4860:4860::8888", "2600::1", "2a00:1450::1", "3ffe::1"
            })
    void allowsTheAddressesBeside(String address) throws UnknownHostException {
        assertThat(Reach.PUBLIC.allows("https", InetAddress.ofLiteral(address))).isTrue();
        assertThat(Reach.PUBLIC.allows("http", InetAddress.ofLiteral(address))).isFalse();
    }

    @Test
    void allowsThisMachineOnlyWhereToldTo() throws UnknownHostException {
        InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
        InetAddress neighbour = InetAddress.ofLiteral("192.168.0.1");

        assertThat(Reach.PUBLIC.allows("http", loopback)).isFalse();
        assertThat(Reach.PUBLIC_AND_LOOPBACK.allows("http", loopback)).isTrue();
        assertThat(Reach.PUBLIC_AND_LOOPBACK.allows("http", neighbour)).isFalse();
        assertThat(Reach.PUBLIC_AND_LOOPBACK.allows("https", neighbour)).isFalse();
        assertThat(Reach.PUBLIC_AND_LOOPBACK.allows("ftp")).isFalse();
    }
}
