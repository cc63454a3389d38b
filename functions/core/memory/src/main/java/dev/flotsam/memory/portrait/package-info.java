/**
 * Memory portraits: heap nodes, references and VM regions become answers to "who keeps this memory?".
 *
 * <p>{@link dev.flotsam.memory.portrait.PortraitReader} streams bytes into primitive arrays,
 * {@link dev.flotsam.memory.portrait.PortraitAnalysis} finds dominators, retained sizes, paths and cycles,
 * {@link dev.flotsam.memory.portrait.PortraitCommand} prints them.
 */
package dev.flotsam.memory.portrait;
