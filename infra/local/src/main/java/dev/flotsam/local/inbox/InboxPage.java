package dev.flotsam.local.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The messages for people, newest first. */
final class InboxPage {
    private InboxPage() {}

    static String of(List<JsonNode> messages) {
        var page = new StringBuilder("<!doctype html><meta charset=utf-8><meta http-equiv=refresh content=5>"
                + "<title>Inbox</title><style>body{font:15px system-ui;max-width:60rem;margin:2rem auto;padding:0 1rem}"
                + "article{border-top:1px solid #8884;padding:.5rem 0}pre{white-space:pre-wrap;overflow-wrap:anywhere}"
                + ":root{color-scheme:light dark}</style><h1>Inbox</h1>");
        if (messages.isEmpty()) {
            page.append("<p>No message yet.");
        }
        for (JsonNode message : messages.reversed()) {
            page.append("<article><p>")
                    .append(escaped(message.path("received").asText()))
                    .append(" · ")
                    .append(escaped(message.path("path").asText()))
                    .append(" · answered ")
                    .append(escaped(message.path("outcome").asText()))
                    .append("<pre>")
                    .append(escaped(message.path("body").asText()))
                    .append("</pre></article>");
        }
        return page.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
