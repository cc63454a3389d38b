/**
 * Bytes of a JetsamEvent become a {@link dev.flotsam.memory.jetsam.JetsamEvent}; enter at
 * {@link dev.flotsam.memory.jetsam.JetsamReader#read}.
 *
 * <p>Only entries with a reason were killed. What the event calls its largest process says nothing about that.
 * Refused: bytes without any process entry. A cut or abridged event is read as far as it goes and says so.
 */
package dev.flotsam.memory.jetsam;
