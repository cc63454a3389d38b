package dev.flotsam.local;

import dev.flotsam.local.http.Loopback;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** The ports of a stack, known before anything listens, because functions are told them when they start. */
record Ports(int front, int s3, int inbox, int dynamo) {
    private static final List<String> USES = List.of("the API", "S3", "the inbox", "DynamoDB");

    /**
     * Four ports that are free right now.
     *
     * @param first 0 for any
     * @throws BindException naming the one that is taken
     */
    static Ports choose(int first) throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < USES.size(); i++) {
                held.add(hold(first == 0 ? 0 : first + i, USES.get(i)));
            }
            List<Integer> ports = held.stream().map(ServerSocket::getLocalPort).toList();
            return new Ports(ports.get(0), ports.get(1), ports.get(2), ports.get(3));
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
    }

    private static ServerSocket hold(int port, String use) throws IOException {
        try {
            return new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"));
        } catch (BindException taken) {
            BindException named = Loopback.portTaken(port, taken);
            throw (BindException) new BindException(named.getMessage() + "; it was meant for " + use).initCause(taken);
        }
    }
}
