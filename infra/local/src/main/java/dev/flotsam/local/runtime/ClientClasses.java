package dev.flotsam.local.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * The class files that together are the client's jar. Read as resources: the host, which lacks Lambda's interfaces, could
 * not load them.
 */
public final class ClientClasses {
    /** Names of the classes, without their package. */
    public static final List<String> NAMES = List.of(
            "RuntimeClient",
            "HandlerClass",
            "HostWatch",
            "InvocationContext",
            "InvocationEvent",
            "RuntimeWire",
            "ThrownError");

    private ClientClasses() {}

    /** Where a class has to be in the jar. */
    public static String entry(String name) {
        return ClientClasses.class.getPackageName().replace('.', '/') + "/" + name + ".class";
    }

    /** The bytes of a class. */
    public static byte[] bytes(String name) throws IOException {
        try (InputStream content = ClientClasses.class.getResourceAsStream(name + ".class")) {
            if (content == null) {
                throw new IOException("class file of " + name + " not found");
            }
            return content.readAllBytes();
        }
    }
}
