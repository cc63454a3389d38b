/** By what FOOMs are grouped: the best witness present, as data that signing reads. */
package dev.flotsam.memory.foom;
