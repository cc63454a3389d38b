package dev.flotsam.local.template;

/** The template is malformed or asks for what cannot be resolved locally. The message names the place and the value. */
public final class TemplateException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TemplateException(String place, String problem) {
        super("template: " + place + ": " + problem);
    }
}
