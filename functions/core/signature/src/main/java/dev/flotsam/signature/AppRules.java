package dev.flotsam.signature;

/**
 * What an app's owner adds to the built-in rules.
 *
 * @param irrelevant frames to skip
 * @param prefix frames that are signed together with the next one
 * @param inApp frames or images that are the app's code whatever their path says
 * @param notInApp frames or images that are not, such as a bundled analytics library
 */
record AppRules(FrameList irrelevant, FrameList prefix, FrameList inApp, FrameList notInApp) {
    static final AppRules NONE = new AppRules(FrameList.EMPTY, FrameList.EMPTY, FrameList.EMPTY, FrameList.EMPTY);
}
