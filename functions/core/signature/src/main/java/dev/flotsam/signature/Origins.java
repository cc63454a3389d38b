package dev.flotsam.signature;

import dev.flotsam.signature.SignableStack.AppCode;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells app code from system code by where a binary lies, what it is called and what the app's owner said.
 *
 * <p>Paths: an installed app lies below {@code …/Bundle/Application/<uuid>/Name.app} (before iOS 8 {@code
 * /var/mobile/Applications/<uuid>/Name.app}) and on macOS in any {@code Name.app}; the system lies below {@code
 * /System}, {@code /usr/lib} and, for simulators, below a {@code RuntimeRoot} inside Xcode.app or a user's folder, which
 * is why that is asked first. What else lies in a user's folder was built there.
 */
final class Origins {
    private static final List<String> SYSTEM_PLACES = List.of(
            "/System/",
            "/usr/lib/",
            "/lib/",
            "/lib64/",
            "/usr/libexec/",
            "/Library/Apple/",
            "/Developer/",
            "/private/preboot/",
            "/private/var/db/dyld/");
    private static final List<String> SYSTEM_PARTS = List.of(
            "/RuntimeRoot/",
            ".simruntime/",
            "/Contents/Developer/Platforms/",
            "/Contents/Developer/Toolchains/",
            "/System/Library/Frameworks/",
            "/System/Library/PrivateFrameworks/");
    private static final List<String> APP_PARTS = List.of(
            "/Containers/Bundle/Application/",
            "/containers/Bundle/Application/",
            "/var/mobile/Applications/",
            ".app/",
            ".appex/",
            ".xctest/",
            "/Build/Products/");
    private static final List<String> APP_PLACES = List.of("/Users/", "/Volumes/", "/private/var/", "/var/");

    /** Runtimes of Apple's that apps carry in their bundle. */
    private static final List<String> BUNDLED_RUNTIMES = List.of("libswift", "libclang_rt.");

    private final FrameList darwin;
    private final FrameList others;

    Origins(FrameList darwin, FrameList others) {
        this.darwin = darwin;
        this.others = others;
    }

    /**
     * Whose code each frame of a stack runs, in its order. In a stack that names images of Darwin's, an image that no path
     * and no list tells is the app's: Apple's own are listed.
     */
    List<Origin> of(SignableStack stack, AppRules rules) {
        boolean onDarwin = stack.frames().stream().anyMatch(frame -> darwin.matches(frame.image(), frame.image()));
        List<Origin> origins = new ArrayList<>(stack.frames().size());
        for (SignableFrame frame : stack.frames()) {
            Origin origin = of(stack.app(), rules, frame);
            boolean left =
                    onDarwin && origin == Origin.UNKNOWN && !frame.image().isEmpty();
            origins.add(left && frame.imagePath().isEmpty() ? Origin.APP : origin);
        }
        return origins;
    }

    /** Whose code the frame runs, judged by its own binary alone. */
    Origin of(AppCode app, AppRules rules, SignableFrame frame) {
        if (isListed(rules.inApp(), frame)) {
            return Origin.APP;
        }
        if (isListed(rules.notInApp(), frame)) {
            return Origin.SYSTEM;
        }
        String image = frame.image();
        Origin byPath = byPath(app, frame.imagePath());
        if (byPath != Origin.UNKNOWN) {
            return BUNDLED_RUNTIMES.stream().anyMatch(image::startsWith) ? Origin.SYSTEM : byPath;
        }
        if (darwin.matches(image, image) || others.matches(image, image)) {
            return Origin.SYSTEM;
        }
        return isOwn(app.executable(), image) ? Origin.APP : Origin.UNKNOWN;
    }

    private static boolean isListed(FrameList list, SignableFrame frame) {
        return list.matches(frame.function(), frame.image()) || list.matches(frame.image(), frame.image());
    }

    private static Origin byPath(AppCode app, String path) {
        if (path.isEmpty()) {
            return Origin.UNKNOWN;
        }
        String bundle = bundleOf(app.path());
        if ((!bundle.isEmpty() && path.startsWith(bundle)) || path.equals(app.path())) {
            return Origin.APP;
        }
        if (SYSTEM_PLACES.stream().anyMatch(path::startsWith)
                || SYSTEM_PARTS.stream().anyMatch(path::contains)) {
            return Origin.SYSTEM;
        }
        boolean ofUser = APP_PARTS.stream().anyMatch(path::contains)
                || APP_PLACES.stream().anyMatch(path::startsWith);
        return ofUser ? Origin.APP : Origin.UNKNOWN;
    }

    /** The outermost bundle an executable lies in, with its trailing slash; empty if it lies in none. */
    private static String bundleOf(String executable) {
        int end = executable.indexOf(".app/");
        return end < 0 ? "" : executable.substring(0, end + ".app/".length());
    }

    /** The executable itself, or the library that Xcode's debug builds move its code to. */
    private static boolean isOwn(String executable, String image) {
        return !executable.isEmpty() && (image.equals(executable) || image.equals(executable + ".debug.dylib"));
    }
}
