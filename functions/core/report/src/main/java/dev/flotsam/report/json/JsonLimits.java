package dev.flotsam.report.json;

/**
 * What one JSON document may cost.
 *
 * @param depth nested objects and arrays; a MetricKit call stack nests two levels a frame
 * @param values objects, arrays, strings, numbers and literals together
 * @param text characters of one string
 * @param name characters of one key
 * @param number characters of one number
 */
public record JsonLimits(int depth, int values, int text, int name, int number) {

    /** What reports get: ten times what the largest real ones need. */
    public static final JsonLimits REPORT = new JsonLimits(8_192, 8_000_000, 16 << 20, 65_536, 512);

    public JsonLimits {
        if (depth < 1 || values < 1 || text < 1 || name < 1 || number < 1) {
            throw new IllegalArgumentException("a JSON limit must be positive");
        }
    }
}
