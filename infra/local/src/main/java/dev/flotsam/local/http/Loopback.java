package dev.flotsam.local.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/** Servers that nobody outside this machine can reach. */
public final class Loopback {
    private Loopback() {}

    /**
     * A server that is bound and not started yet.
     *
     * @param port 0 for any free one
     * @throws BindException naming the port that is taken
     */
    public static HttpServer server(int port) throws IOException {
        // Without it the JDK's server waits for an acknowledgement between head and body: 40 ms a request.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            return server;
        } catch (BindException taken) {
            throw portTaken(port, taken);
        }
    }

    /**
     * What became of a server's start that failed: a taken port as such, however deep the server wraps it (Jetty does),
     * anything else in words.
     *
     * @param name of the server, as people know it
     */
    public static IOException startFailure(String name, int port, Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return portTaken(port, failure);
            }
        }
        return new IOException(name + " does not start: " + failure.getMessage(), failure);
    }

    public static BindException portTaken(int port, Exception cause) {
        var exception = new BindException("port " + port + " is taken by another program");
        exception.initCause(cause);
        return exception;
    }
}
