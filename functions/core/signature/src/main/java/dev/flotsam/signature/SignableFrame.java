package dev.flotsam.signature;

import java.util.Objects;

/**
 * One frame that may be signed, with or without a name.
 *
 * @param image file name of the binary it lies in, such as "UIKitCore"; empty if unknown
 * @param imageUuid LC_UUID of that binary; empty if unknown
 * @param imagePath where the binary was loaded from; empty if unknown. It tells app code from system code
 * @param function name, mangled or not; empty if the frame has none
 * @param file source file, empty if unknown. Shown, never signed on
 * @param line source line, 0 if unknown. Shown, never signed on
 * @param inlined whether this frame was inlined into the next one
 * @param offset bytes from the image's load address, −1 if unknown
 * @param naming how far the name can be trusted
 */
public record SignableFrame(
        String image,
        String imageUuid,
        String imagePath,
        String function,
        String file,
        int line,
        boolean inlined,
        long offset,
        Naming naming) {

    public SignableFrame {
        Objects.requireNonNull(image, "image");
        Objects.requireNonNull(imageUuid, "imageUuid");
        Objects.requireNonNull(imagePath, "imagePath");
        Objects.requireNonNull(function, "function");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(naming, "naming");
    }

    /** A frame known by its function and image alone. */
    public static SignableFrame named(String image, String function) {
        return new SignableFrame(image, "", "", function, "", 0, false, -1, Naming.SURE);
    }

    /** How far a frame's name can be trusted. */
    public enum Naming {
        /** From debug information, or as the report itself had it. */
        SURE,
        /** The nearest symbol of a binary that may have been stripped: signed on, but the id is unstable. */
        NEAREST,
        /** No name. */
        NONE
    }
}
