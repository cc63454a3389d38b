package dev.flotsam.local.template;

import java.util.Optional;

/**
 * What happens to an asynchronous event whose invocation fails.
 *
 * @param attempts further attempts after the first, 0 to 2
 * @param onFailure name of the queue that takes the event in the end
 */
public record AsyncRetries(int attempts, Optional<String> onFailure) {}
