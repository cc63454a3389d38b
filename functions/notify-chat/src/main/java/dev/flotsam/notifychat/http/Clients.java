package dev.flotsam.notifychat.http;

import org.apache.http.client.config.CookieSpecs;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.config.ConnectionConfig;
import org.apache.http.config.MessageConstraints;
import org.apache.http.config.RegistryBuilder;
import org.apache.http.config.SocketConfig;
import org.apache.http.conn.DnsResolver;
import org.apache.http.conn.socket.ConnectionSocketFactory;
import org.apache.http.conn.socket.PlainConnectionSocketFactory;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;

/** HTTP clients that do nothing by themselves: no redirect, retry, cookie, proxy, credential or decompression. */
final class Clients {
    private static final int LINE_CHARS = 8_192;
    private static final int HEADERS = 100;

    private Clients() {}

    static CloseableHttpClient over(DnsResolver resolver, HttpMessenger.Limits limits) {
        // Pooling, though one connection is all there is: the basic manager throws when a request is aborted while it
        // ends.
        PoolingHttpClientConnectionManager connections = new PoolingHttpClientConnectionManager(
                RegistryBuilder.<ConnectionSocketFactory>create()
                        .register("http", PlainConnectionSocketFactory.getSocketFactory())
                        .register("https", SSLConnectionSocketFactory.getSocketFactory())
                        .build(),
                resolver);
        int read = Math.toIntExact(limits.read().toMillis());
        connections.setDefaultSocketConfig(
                SocketConfig.custom().setSoTimeout(read).build());
        connections.setDefaultConnectionConfig(ConnectionConfig.custom()
                .setMessageConstraints(MessageConstraints.custom()
                        .setMaxLineLength(LINE_CHARS)
                        .setMaxHeaderCount(HEADERS)
                        .build())
                .build());
        return HttpClientBuilder.create()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectTimeout(Math.toIntExact(limits.connect().toMillis()))
                        .setSocketTimeout(read)
                        .setRedirectsEnabled(false)
                        .setCookieSpec(CookieSpecs.IGNORE_COOKIES)
                        .build())
                .setUserAgent("Flotsam")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableConnectionState()
                .build();
    }
}
