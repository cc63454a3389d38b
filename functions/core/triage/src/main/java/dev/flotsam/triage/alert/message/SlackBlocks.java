package dev.flotsam.triage.alert.message;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Writes blocks, each within Slack's limits. */
final class SlackBlocks {
    private final JsonGenerator json;

    SlackBlocks(JsonGenerator json) {
        this.json = json;
    }

    void header(String text) throws IOException {
        start("header");
        text("text", "plain_text", SlackText.escape(text, SlackText.HEADER_LIMIT));
        json.writeEndObject();
    }

    /** Literal text: nothing in it formats. */
    void plain(String text) throws IOException {
        start("section");
        text("text", "plain_text", SlackText.escape(text, SlackText.SECTION_LIMIT));
        json.writeEndObject();
    }

    /** Markup of ours, in which what came from outside is escaped and within code. */
    void markup(String markup) throws IOException {
        start("section");
        text("text", "mrkdwn", markup);
        json.writeEndObject();
    }

    /** At most ten literal texts in two columns, such as a name and its value on two lines. */
    void fields(String... texts) throws IOException {
        start("section");
        json.writeArrayFieldStart("fields");
        for (String text : texts) {
            json.writeStartObject();
            writeText("plain_text", SlackText.escape(text, SlackText.FIELD_LIMIT));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    void context(String markup) throws IOException {
        start("context");
        json.writeArrayFieldStart("elements");
        json.writeStartObject();
        writeText("mrkdwn", markup);
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void start(String type) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", type);
    }

    private void text(String name, String type, String text) throws IOException {
        json.writeObjectFieldStart(name);
        writeText(type, text);
        json.writeEndObject();
    }

    /** Verbatim keeps Slack from turning names and addresses into links by itself. */
    private void writeText(String type, String text) throws IOException {
        json.writeStringField("type", type);
        json.writeStringField("text", text);
        if (type.equals("mrkdwn")) {
            json.writeBooleanField("verbatim", true);
        } else {
            json.writeBooleanField("emoji", false);
        }
    }
}
