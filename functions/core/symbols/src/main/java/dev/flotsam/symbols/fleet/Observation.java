package dev.flotsam.symbols.fleet;

import java.util.UUID;

/**
 * One system frame of a report that carries names.
 *
 * @param image the system image's UUID
 * @param offset the frame's address, from the image's load address
 * @param symbol the name the report gives
 * @param symbolOffset bytes from the function's start to the address
 * @param installation what tells installations apart (crash reporter key, install id); only a hash of it is kept
 */
public record Observation(UUID image, long offset, String symbol, long symbolOffset, String installation) {}
