/**
 * A JSON tree becomes a {@link dev.flotsam.memory.session.SessionRecord}; enter at
 * {@link dev.flotsam.memory.session.shape.SessionReader#read}.
 *
 * <p>One adapter a client shape, each citing the source that fixed it. A member of the wrong type refuses the record;
 * raw boot times are dropped here and never leave, identifiers of devices and persons leave only hashed.
 */
package dev.flotsam.memory.session.shape;
