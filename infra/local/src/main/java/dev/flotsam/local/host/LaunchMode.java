package dev.flotsam.local.host;

/** What a process is started for. */
enum LaunchMode {
    /** To serve events, from the cache of loaded classes if there is one. */
    SERVE,
    /** To start once and leave, writing the cache that makes later starts quick. */
    TRAIN
}
