/** VM scan logs: lines of text become regions and bytes by tag; enter at {@link dev.flotsam.memory.region.RegionScanReader}. */
package dev.flotsam.memory.region;
