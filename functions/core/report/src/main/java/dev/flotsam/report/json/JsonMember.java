package dev.flotsam.report.json;

/**
 * One member of an object.
 *
 * @param key its name
 * @param value its value
 */
public record JsonMember(String key, JsonValue value) {}
