package dev.flotsam.signature;

/** Whose code a frame runs. */
public enum Origin {
    /** The app's own binaries and what it bundles. */
    APP,
    /** The operating system, its frameworks, language runtimes. */
    SYSTEM,
    /** The report names no binary or none that can be told apart. */
    UNKNOWN
}
