package dev.flotsam.symbols.demangle;

import dev.flotsam.symbols.demangle.itanium.ItaniumNames;
import dev.flotsam.symbols.demangle.swift.SwiftNames;
import dev.flotsam.symbols.demangle.text.Limits;
import dev.flotsam.symbols.demangle.text.UnreadableName;
import java.util.Objects;

/**
 * Makes mangled names readable: Swift (all manglings), C++ (Itanium), Objective-C (as it is, with Swift class names in it
 * read), and Rust's legacy names. Names that no grammar reads come back as they were given.
 *
 * <p>Pure functions without state, safe from any thread; never throw for what a name says. A name costs at most what
 * {@link Limits} allows; one that would cost more is returned as it is, never in part. Names are accepted with and without
 * Mach-O's leading underscore.
 */
public final class Demangler {
    private Demangler() {}

    /** The readable name in that style, or {@code mangled} itself if it can't be read. */
    public static String demangle(String mangled, Style style) {
        return read(mangled, style).text();
    }

    /** As {@link #demangle}, and which grammar read it. */
    public static DemangledName read(String mangled, Style style) {
        Objects.requireNonNull(mangled, "mangled");
        Objects.requireNonNull(style, "style");
        if (mangled.length() > Limits.NAME_CHARS) {
            return unread(mangled);
        }
        try {
            return attempt(mangled, style);
        } catch (UnreadableName notMangled) {
            return unread(mangled);
        }
    }

    private static DemangledName unread(String name) {
        return new DemangledName(name, Scheme.NONE);
    }

    private static DemangledName attempt(String name, Style style) {
        if (ItaniumNames.isItanium(name)) {
            return RustNames.isLegacy(name)
                    ? new DemangledName(RustNames.readable(ItaniumNames.withoutParameters(name)), Scheme.RUST)
                    : new DemangledName(cxx(name, style), Scheme.CXX);
        }
        String swift = withoutLinkerUnderscore(name);
        if (SwiftNames.isSwift(swift)) {
            return new DemangledName(swift(swift, style), Scheme.SWIFT);
        }
        if (ObjectiveCNames.isObjectiveC(name)) {
            return new DemangledName(ObjectiveCNames.readable(name, style), Scheme.OBJECTIVE_C);
        }
        return unread(name);
    }

    private static String cxx(String name, Style style) {
        return switch (style) {
            case FULL -> ItaniumNames.full(name);
            case SIMPLIFIED -> ItaniumNames.withoutParameters(name);
            case BASE -> ItaniumNames.base(name);
        };
    }

    /** Mach-O puts an underscore before every C name: {@code __T0…}, {@code __TtC…}; Swift's {@code _$s} has it already. */
    private static String withoutLinkerUnderscore(String name) {
        return name.startsWith("__T") || name.startsWith("__$") ? name.substring(1) : name;
    }

    static String swift(String name, Style style) {
        return switch (style) {
            case FULL -> SwiftNames.full(name);
            case SIMPLIFIED -> SwiftNames.simplified(name);
            case BASE -> SwiftNames.base(name);
        };
    }
}
