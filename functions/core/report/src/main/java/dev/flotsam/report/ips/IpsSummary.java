package dev.flotsam.report.ips;

import dev.flotsam.report.json.JsonValue;

/** What a recognised file tells, in one line: what it is, who, and why. */
final class IpsSummary {
    private static final int LONGEST = 200;

    private IpsSummary() {}

    static String of(String words, JsonValue body) {
        StringBuilder summary = new StringBuilder(words);
        add(summary, "on ", body.firstOf("product", "modelCode").text());
        add(
                summary,
                "because of ",
                firstLine(body.firstOf("reason", "panicString", "event").text()));
        int processes =
                Math.max(body.get("processByPid").size(), body.get("processes").size());
        add(summary, "with ", processes == 0 ? "" : processes + " processes");
        return summary.toString();
    }

    private static void add(StringBuilder summary, String before, String fact) {
        if (!fact.isBlank()) {
            summary.append(summary.indexOf(": ") < 0 ? ": " : ", ")
                    .append(before)
                    .append(fact);
        }
    }

    private static String firstLine(String text) {
        String line = text.lines().findFirst().orElse("").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
