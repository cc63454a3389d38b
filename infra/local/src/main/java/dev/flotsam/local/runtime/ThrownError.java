package dev.flotsam.local.runtime;

/** A Throwable as the Runtime API wants it: {@code {"errorType","errorMessage","stackTrace":[…]}}. */
record ThrownError(String type, String json) {
    static ThrownError of(Throwable failure) {
        String type = failure.getClass().getName();
        var json = new StringBuilder("{\"errorType\":");
        quote(type, json);
        json.append(",\"errorMessage\":");
        quote(String.valueOf(failure.getMessage()), json);
        json.append(",\"stackTrace\":[");
        String separator = "";
        for (StackTraceElement element : failure.getStackTrace()) {
            json.append(separator);
            quote(element.toString(), json);
            separator = ",";
        }
        return new ThrownError(type, json.append("]}").toString());
    }

    private static void quote(String text, StringBuilder json) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                json.append("\\u").append(String.format("%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
