package dev.flotsam.report;

import dev.flotsam.report.ips.IpsReader;
import dev.flotsam.report.json.JsonDocument;
import dev.flotsam.report.json.JsonReader;
import dev.flotsam.report.text.SentText;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads what Console and Finder show of an .ips: a translation to crash text, then the .ips itself. The .ips says more
 * (device, image sizes, symbol locations), so it is read where it is whole.
 */
final class TranslatedReader {
    private final JsonReader json;
    private final IpsReader ips;

    TranslatedReader(JsonReader json, IpsReader ips) {
        this.json = json;
        this.ips = ips;
    }

    /** Empty where no whole .ips follows the text. */
    Optional<ReadResult> read(String text) {
        int start = SentText.fullReport(text);
        if (start < 0) {
            return Optional.empty();
        }
        byte[] document = text.substring(start).getBytes(StandardCharsets.UTF_8);
        JsonDocument header = json.read(document);
        if (header.damage().isPresent() || !IpsReader.isHeader(header.root())) {
            return Optional.empty();
        }
        JsonDocument body = json.read(document, header.end(), document.length);
        return body.damage().isEmpty()
                ? Optional.of(ips.read(header.root(), body.root(), Optional.empty()))
                        .filter(ReadResult.Parsed.class::isInstance)
                : Optional.empty();
    }
}
