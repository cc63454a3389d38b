package dev.flotsam.signature;

import java.util.ArrayList;
import java.util.List;

/** Drops a Swift module's name where it repeats the image's. */
final class ModuleRule implements Rule {
    private static final String DEBUG = ".debug.dylib";

    @Override
    public String name() {
        return "modules";
    }

    @Override
    public String about() {
        return "Apple's reports write `Feed.reload`, full demangling `MyApp.Feed.reload`: a first part that is the "
                + "image's own name, or `Swift`, goes. Two parts stay: a type may bear its module's name.";
    }

    @Override
    public Draft apply(Draft draft, Notes notes) {
        List<DraftFrame> frames = new ArrayList<>(draft.frames().size());
        for (DraftFrame frame : draft.frames()) {
            String after = frame.named() ? without(frame.name(), frame.image()) : frame.name();
            if (after.equals(frame.name())) {
                frames.add(frame);
            } else {
                notes.changed(this, frame.name(), after);
                frames.add(frame.renamed(after));
            }
        }
        return draft.withFrames(frames);
    }

    private static String without(String name, String image) {
        int dot = name.indexOf('.');
        if (dot <= 0 || dot == name.length() - 1 || name.indexOf('[') >= 0) {
            return name;
        }
        String first = name.substring(0, dot);
        boolean ofType = name.indexOf('.', dot + 1) > 0;
        return first.equals("Swift") || (ofType && first.equals(moduleOf(image))) ? name.substring(dot + 1) : name;
    }

    /** Swift writes characters that identifiers can't hold as underscores. */
    private static String moduleOf(String image) {
        String stem = image.endsWith(DEBUG) ? image.substring(0, image.length() - DEBUG.length()) : image;
        return stem.replace('-', '_').replace(' ', '_').replace('.', '_');
    }
}
