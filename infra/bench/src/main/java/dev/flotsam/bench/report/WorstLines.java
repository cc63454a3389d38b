package dev.flotsam.bench.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.flotsam.report.ReportReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads 50 MB of the worst lines there are beside 50 MB of normal ones: reading is linear, so the ratio is small. */
public final class WorstLines {
    private static final int SIZE = 50_000_000;
    private static final String HEAD = "Process: Gull [1]\nException Type: EXC_CRASH (SIGABRT)\n\nThread 0 Crashed:\n";
    private static final int ROUNDS = 3;

    private WorstLines() {}

    /** Prints one line a kind: its seconds, and how many times as long as normal text it took. */
    public static void main(String[] arguments) {
        ReportReader reader = new ReportReader();
        double normal = 0;
        for (Map.Entry<String, byte[]> text : texts().entrySet()) {
            double best = Double.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                reader.read(text.getValue());
                best = Math.min(best, (System.nanoTime() - start) / 1e9);
            }
            normal = normal == 0 ? best : normal;
            System.out.printf(
                    "{\"lines\":\"%s\",\"seconds\":%.2f,\"ratio\":%.1f}%n", text.getKey(), best, best / normal);
        }
    }

    private static Map<String, byte[]> texts() {
        Map<String, byte[]> texts = new LinkedHashMap<>();
        List<byte[]> samples = Samples.of("crash_text", ".crash");
        byte[] sample = samples.getLast();
        texts.put("normal", repeated("", new String(sample, UTF_8) + "\n"));
        texts.put("frames without an address", repeated(HEAD, "12   Gull " + "x".repeat(80) + "\n"));
        texts.put("frames of brackets", repeated(HEAD, "1 Gull 0x1 " + "(in (".repeat(20) + ":1)\n"));
        texts.put("frames of plus signs", repeated(HEAD, "1 Gull 0x1 " + " + 1".repeat(25) + "\n"));
        texts.put("frames of 0x", repeated(HEAD, "1 " + "0xg ".repeat(25) + "\n"));
        texts.put("one long line", repeated(HEAD + "1 Gull 0x1 ", " (a + 1 0x "));
        texts.put(
                "images without a UUID", repeated(HEAD + "\nBinary Images:\n", "0x1 - 0x2 a" + "<".repeat(60) + "\n"));
        texts.put("images that overlap", overlapping());
        texts.put("titles", repeated(HEAD, "\nSection of " + "words ".repeat(8) + ":\n"));
        texts.put("the same key", repeated(HEAD + "\n", "Note: one more of the same\n"));
        texts.put("threads", repeated(HEAD, "Thread 1 name:  x\nThread 1:\n"));
        texts.put("blank lines", repeated(HEAD, "\n"));
        texts.put("registers", repeated(HEAD + "\nThread 0 crashed with X:\n", "a: 0x1 b: 0x2 c: 0x3 :::::\n"));
        return texts;
    }

    private static byte[] overlapping() {
        StringBuilder text = new StringBuilder(HEAD);
        for (int i = 0; i < 200_000; i++) {
            text.append("1 Gull 0x").append(Integer.toHexString(i)).append(" 0x0 + 1\n");
        }
        text.append("\nBinary Images:\n");
        for (int i = 0; text.length() < SIZE; i++) {
            text.append("0x0 - 0xffffffff G").append(i).append(" arm64 <00000000000000000000000000000001> /G\n");
        }
        return text.toString().getBytes(UTF_8);
    }

    private static byte[] repeated(String head, String line) {
        StringBuilder text = new StringBuilder(SIZE + line.length()).append(head);
        while (text.length() < SIZE) {
            text.append(line);
        }
        return text.toString().getBytes(UTF_8);
    }
}
