package dev.flotsam.report.darwin;

import java.util.Locale;
import java.util.OptionalLong;

/**
 * What kind of place a bad access went to.
 *
 * @param kind the class
 * @param region the VM region's or image's name when the report tells it, else empty
 */
public record FaultPlace(Kind kind, String region) {

    /** Classes, the most telling first. */
    public enum Kind {
        /** Below 64 KiB: a member of an object or array at null. */
        NEAR_NULL,
        /** No 64-bit user address: overwritten memory, a tagged or signed pointer. */
        NON_CANONICAL,
        /** Just below a stack: it overflowed. */
        STACK_GUARD,
        /** Inside a malloc region: protected or freed heap memory. */
        MALLOC_REGION,
        /** Inside another VM region. */
        VM_REGION,
        /** Inside a binary image: a write to code or constants, or a jump into data. */
        IMAGE,
        /** The report says that no region holds it. */
        UNMAPPED,
        /** The report has neither regions nor images to tell. */
        UNKNOWN
    }

    private static final long NULL_PAGES = 0x10000;
    /** How far from the stack pointer a fault still is the stack's: two 16 KiB pages. */
    private static final long STACK_REACH = 0x8000;

    private static final int USER_BITS = 47;

    /**
     * Classifies an address.
     *
     * @param is64Bit the process was
     * @param regionInfo Apple's "VM Region Info" or "VM Regions Near …", empty if the report has none
     * @param stackPointer of the crashed thread, if dumped
     * @param image the image that holds the address, empty if none does
     */
    public static FaultPlace of(
            long address, boolean is64Bit, String regionInfo, OptionalLong stackPointer, String image) {
        String region = region(regionInfo);
        if (Long.compareUnsigned(address, NULL_PAGES) < 0) {
            return new FaultPlace(Kind.NEAR_NULL, region);
        }
        long high = address >> USER_BITS;
        if (is64Bit && high != 0 && high != -1) {
            return new FaultPlace(Kind.NON_CANONICAL, "");
        }
        boolean nearStack = stackPointer.isPresent() && Math.abs(address - stackPointer.getAsLong()) <= STACK_REACH;
        if (nearStack || region.toLowerCase(Locale.ROOT).startsWith("stack guard")) {
            return new FaultPlace(Kind.STACK_GUARD, region);
        }
        if (!region.isEmpty()) {
            return new FaultPlace(region.startsWith("MALLOC") ? Kind.MALLOC_REGION : Kind.VM_REGION, region);
        }
        if (!image.isEmpty()) {
            return new FaultPlace(Kind.IMAGE, image);
        }
        return new FaultPlace(regionInfo.isEmpty() ? Kind.UNKNOWN : Kind.UNMAPPED, "");
    }

    /**
     * The name of the region that a report marks with an arrow, if it says that the address is in one.
     *
     * <pre>
     * 0x10a5f0000 is in 0x10a5f0000-0x10a600000;  bytes after start: 0 …
     * --->  MALLOC_SMALL   10a5f0000-10a600000 [ 64K] rw-/rwx SM=PRV
     * </pre>
     */
    private static String region(String regionInfo) {
        if (regionInfo.contains("is not in any region")) {
            return "";
        }
        int arrow = regionInfo.indexOf("-> ");
        if (arrow < 0) {
            return "";
        }
        int end = regionInfo.indexOf('\n', arrow);
        String line = regionInfo
                .substring(arrow + 3, end < 0 ? regionInfo.length() : end)
                .strip();
        int columns = line.indexOf("  ");
        String name = columns < 0 ? line : line.substring(0, columns);
        return name.startsWith("UNUSED SPACE") || name.startsWith("GAP OF") ? "" : name;
    }
}
