package dev.flotsam.memory.region;

import dev.flotsam.memory.Reading;
import dev.flotsam.report.json.Numbers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines "Found VM Region: 0x… to 0x… (depth=N) user_tag:NAME name:FILE", anywhere in a log, with or without 0x. The
 * article's client casts addresses to 32 bits, so an end may lie below its start: the size is then taken modulo 2^32.
 */
public final class RegionScanReader {
    /** Bytes of one log. */
    static final int MAX_BYTES = 32 << 20;

    /** Regions kept one by one. */
    static final int MOST_KEPT = 10_000;

    static final int MAX_TAGS = 1_024;
    static final int MAX_TEXT = 256;

    private static final String PREFIX = "Found VM Region:";
    private static final Pattern LINE = Pattern.compile(
            "\\s*([0-9a-fA-Fx]{1,18}) to ([0-9a-fA-Fx]{1,18}) \\(depth=(\\d{1,4})\\) user_tag:(.*?)(?: name:(.*))?");

    private RegionScanReader() {}

    /** Whether a log's beginning is that of a scan. */
    public static boolean recognises(String beginning) {
        return beginning.contains(PREFIX);
    }

    /** Reads a log. */
    public static Reading<RegionScan> read(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return Reading.refused("too-large", "byte " + MAX_BYTES, "a scan log of " + bytes.length + " bytes");
        }
        Scan scan = new Scan();
        Iterator<String> lines =
                new String(bytes, StandardCharsets.UTF_8).lines().iterator();
        while (lines.hasNext()) {
            scan.line(lines.next());
        }
        return scan.count == 0
                ? Reading.refused("not-a-scan", "line 1", "no line that begins with " + PREFIX)
                : new Reading.Read<>(
                        new RegionScan(scan.kept, scan.count, scan.bytesByTag, scan.skipped, scan.truncated));
    }

    private static final class Scan {
        private final List<ScannedRegion> kept = new ArrayList<>();
        private final Map<String, Long> bytesByTag = new HashMap<>();
        private long count;
        private long skipped;
        private boolean truncated;

        void line(String line) {
            int at = line.indexOf(PREFIX);
            if (at < 0) {
                skipped += line.isBlank() ? 0 : 1;
                return;
            }
            int from = at + PREFIX.length();
            Matcher match = LINE.matcher(line.substring(from, Math.min(line.length(), from + 4 * MAX_TEXT)));
            OptionalLong start = match.matches() ? hex(match.group(1)) : OptionalLong.empty();
            OptionalLong end = match.matches() ? hex(match.group(2)) : OptionalLong.empty();
            if (start.isEmpty() || end.isEmpty()) {
                skipped++;
                return;
            }
            add(match, start.getAsLong(), end.getAsLong());
        }

        private void add(Matcher match, long start, long printedEnd) {
            boolean wraps = Long.compareUnsigned(printedEnd, start) < 0;
            long end = wraps ? printedEnd + (1L << 32) : printedEnd;
            if (Long.compareUnsigned(end, start) < 0) {
                skipped++;
                return;
            }
            truncated |= wraps;
            count++;
            String tag = cut(match.group(4).strip());
            String key = bytesByTag.containsKey(tag) || bytesByTag.size() < MAX_TAGS ? tag : "(other tags)";
            bytesByTag.merge(key, end - start, Long::sum);
            if (kept.size() < MOST_KEPT) {
                String file = match.group(5) == null ? "" : cut(match.group(5).strip());
                kept.add(new ScannedRegion(start, end, Long.parseLong(match.group(3)), tag, file));
            }
        }
    }

    private static OptionalLong hex(String text) {
        return Numbers.hex(text, text.startsWith("0x") ? 2 : 0);
    }

    private static String cut(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
    }
}
