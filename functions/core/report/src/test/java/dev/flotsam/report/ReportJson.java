package dev.flotsam.report;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Results as readable JSON: records as objects, absent and empty parts left out. For goldens alone. */
final class ReportJson {
    private final StringBuilder out = new StringBuilder();

    private ReportJson() {}

    static String write(Collection<UploadedReport> reports) {
        ReportJson json = new ReportJson();
        List<Object> all = new ArrayList<>();
        for (UploadedReport report : reports) {
            Map<Object, Object> told = new LinkedHashMap<>();
            told.put("outcome", report.result().getClass().getSimpleName());
            told.put("place", report.place());
            told.put("part", report.part());
            told.put("result", report.result());
            told.values().removeIf(ReportJson::isNothing);
            all.add(told);
        }
        json.list(all, "");
        return json.out.append('\n').toString();
    }

    private void value(Object value, String indent) {
        switch (value) {
            case Optional<?> optional -> value(optional.orElseThrow(), indent);
            case Record parts -> object(parts(parts), indent, !fitsLine(parts));
            case LinkedHashMap<?, ?> map -> object(map, indent, true);
            case Map<?, ?> map -> object(new TreeMap<>(map), indent, true);
            case Collection<?> list -> list(list, indent);
            case Long number ->
                out.append(Math.abs(number) < 0x10000 ? number.toString() : "\"0x" + Long.toHexString(number) + "\"");
            case Number number -> out.append(number);
            case Boolean bool -> out.append(bool);
            default -> text(value.toString());
        }
    }

    /** Frames and images are told in a line each. */
    private static boolean fitsLine(Record record) {
        return record instanceof ParsedReport.Frame || record instanceof ParsedReport.BinaryImage;
    }

    private static Map<Object, Object> parts(Record record) {
        Map<Object, Object> parts = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                parts.put(component.getName(), component.getAccessor().invoke(record));
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(e.getMessage(), e);
            }
        }
        parts.values().removeIf(ReportJson::isNothing);
        return parts;
    }

    private static boolean isNothing(Object value) {
        return value.equals("")
                || value.equals(Optional.empty())
                || (value instanceof Collection<?> list && list.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
    }

    private void object(Map<?, ?> parts, String indent, boolean lines) {
        String inner = indent + "  ";
        String separator = lines ? ",\n" + inner : ", ";
        out.append(lines ? "{\n" + inner : "{");
        boolean first = true;
        for (Map.Entry<?, ?> part : parts.entrySet()) {
            out.append(first ? "" : separator);
            text(part.getKey().toString());
            out.append(": ");
            value(part.getValue(), inner);
            first = false;
        }
        out.append(lines ? "\n" + indent + "}" : "}");
    }

    private void list(Collection<?> list, String indent) {
        String inner = indent + "  ";
        boolean first = true;
        out.append('[');
        for (Object element : list) {
            out.append(first ? "\n" + inner : ",\n" + inner);
            value(element, inner);
            first = false;
        }
        out.append(first ? "]" : "\n" + indent + "]");
    }

    private void text(String text) {
        out.append('"')
                .append(text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"))
                .append('"');
    }
}
