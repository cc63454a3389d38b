package dev.flotsam.local.host;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.flotsam.local.template.AsyncRetries;
import dev.flotsam.local.template.LambdaFunction;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packages a handler class as a function is packaged: classes at the top, jars in lib. */
public final class FunctionZip {
    private FunctionZip() {}

    public static Path of(Class<?> handler, Path zip) throws IOException {
        Files.createDirectories(zip.getParent());
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip));
                InputStream handlerClass = handler.getResourceAsStream(handler.getSimpleName() + ".class")) {
            add(handler.getName().replace('.', '/') + ".class", handlerClass.readAllBytes(), out);
            Path interfaces = Path.of(RequestStreamHandler.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            add("lib/aws-lambda-java-core.jar", Files.readAllBytes(interfaces), out);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
        return zip;
    }

    static LambdaFunction scripted(Path zip, Duration timeout) {
        return new LambdaFunction(
                "scripted",
                "Scripted",
                zip,
                "java25",
                ScriptedHandler.class.getName() + "::handleRequest",
                128,
                timeout,
                Map.of("GREETING", "hello"),
                OptionalInt.empty(),
                List.of(),
                new AsyncRetries(2, Optional.of("dead-letters")));
    }

    private static void add(String name, byte[] content, ZipOutputStream out) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(content);
        out.closeEntry();
    }
}
