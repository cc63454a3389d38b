package dev.flotsam.signature;

import java.util.Objects;
import java.util.Set;

/**
 * What an app's owner adds to the built-in rules.
 *
 * @param irrelevant frames to skip
 * @param prefix frames that are signed together with the next one
 * @param inApp frames or images that are the app's code whatever their path says
 * @param notInApp frames or images that are not, such as a bundled analytics library
 * @param extraKeys what else is signed
 */
record AppRules(FrameList irrelevant, FrameList prefix, FrameList inApp, FrameList notInApp, Set<ExtraKey> extraKeys) {
    static final AppRules NONE =
            new AppRules(FrameList.EMPTY, FrameList.EMPTY, FrameList.EMPTY, FrameList.EMPTY, Set.of());

    AppRules {
        Objects.requireNonNull(irrelevant, "irrelevant");
        Objects.requireNonNull(prefix, "prefix");
        Objects.requireNonNull(inApp, "inApp");
        Objects.requireNonNull(notInApp, "notInApp");
        extraKeys = Set.copyOf(extraKeys);
    }
}
