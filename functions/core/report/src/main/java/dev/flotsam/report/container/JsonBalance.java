package dev.flotsam.report.container;

/** Follows brackets and strings of JSON far enough to know where a document ends; it checks nothing else. */
final class JsonBalance {
    private int depth;
    private boolean inString;
    private boolean escaped;
    private boolean begun;

    /** Reads on; true when the outermost bracket is closed. */
    boolean feed(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (inString) {
                inString = escaped || b != '"';
                escaped = !escaped && b == '\\';
            } else if (b == '"') {
                inString = true;
            } else if (b == '{' || b == '[') {
                depth++;
                begun = true;
            } else if (b == '}' || b == ']') {
                depth--;
            }
        }
        return isComplete();
    }

    boolean isComplete() {
        return begun && depth <= 0;
    }

    void reset() {
        depth = 0;
        inString = false;
        escaped = false;
        begun = false;
    }
}
