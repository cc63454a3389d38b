/**
 * Graphs of millions of heap nodes in primitive arrays, and what they answer: components, dominators, retained sizes,
 * shortest paths. Nothing recurses; memory is linear in nodes and references.
 */
package dev.flotsam.memory.portrait.graph;
