package dev.flotsam.local.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** A tree of the template as JSON text. */
final class JsonText {
    private JsonText() {}

    static String of(Object tree) {
        try {
            return new JsonMapper().writeValueAsString(tree);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
