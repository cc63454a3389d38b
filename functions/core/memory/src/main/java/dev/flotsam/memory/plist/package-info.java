/** Property lists, XML and binary, as JSON trees; enter at {@link dev.flotsam.memory.plist.PropertyLists#read}. */
package dev.flotsam.memory.plist;
