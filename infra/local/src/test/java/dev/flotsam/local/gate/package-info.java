/** What a native image would miss is refused: the class files of core, aws and the functions are read and judged. */
package dev.flotsam.local.gate;
