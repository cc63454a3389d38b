package dev.flotsam.local.host;

import dev.flotsam.local.runtime.ClientClasses;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A function.zip unpacked in the cache, in a folder named after its content, as jars: the JVM's cache of loaded classes
 * takes no class folders.
 *
 * @param folder what Lambda calls the task root
 * @param classPath the runtime client, the classes at the top of the zip as a jar, the jars of its lib folder
 */
record FunctionCode(Path folder, List<Path> classPath) {
    FunctionCode {
        classPath = List.copyOf(classPath);
    }

    /** Where the JVM keeps the classes it had loaded when the function was ready. */
    Path startCache() {
        return folder.resolve("start.aot");
    }

    /** The same while it is being written. */
    Path unfinishedStartCache() {
        return folder.resolve("start.aot.partial");
    }

    /** @throws IOException if the zip is missing or damaged */
    static FunctionCode unpack(Path zip, Path cache) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            Path folder = cache.resolve(digest(file));
            if (!Files.exists(folder)) {
                Files.createDirectories(cache);
                Path partial = Files.createTempDirectory(cache, "unpacking-");
                extract(file, partial);
                client(partial.resolve("runtime-client.jar"));
                classes(file, partial.resolve("classes.jar"));
                moveInto(partial, folder);
            }
            return new FunctionCode(folder, classPath(folder));
        }
    }

    /** Deletes what earlier builds of the functions left in the cache. */
    static void forgetOthers(Path cache, List<Path> inUse) throws IOException {
        try (Stream<Path> folders = Files.list(cache)) {
            for (Path folder : folders.filter(each -> !inUse.contains(each)).toList()) {
                FolderTree.delete(folder);
            }
        }
    }

    private static List<Path> classPath(Path folder) throws IOException {
        List<Path> path = new ArrayList<>(List.of(folder.resolve("runtime-client.jar"), folder.resolve("classes.jar")));
        if (Files.isDirectory(folder.resolve("lib"))) {
            try (Stream<Path> jars = Files.list(folder.resolve("lib"))) {
                jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().forEach(path::add);
            }
        }
        return path;
    }

    /** Over names, sizes and checksums of the zip's directory and the client's classes, without reading the content. */
    private static String digest(ZipFile file) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            file.stream()
                    .forEach(entry ->
                            digest.update((entry.getName() + ' ' + entry.getSize() + ' ' + entry.getCrc() + '\n')
                                    .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            for (String name : ClientClasses.NAMES) {
                digest.update(ClientClasses.bytes(name));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 12);
        } catch (NoSuchAlgorithmException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void extract(ZipFile file, Path folder) {
        file.stream().filter(entry -> !entry.isDirectory()).forEach(entry -> {
            Path target = folder.resolve(entry.getName()).normalize();
            if (!target.startsWith(folder)) {
                throw new IllegalArgumentException(file.getName() + ": entry outside the package: " + entry.getName());
            }
            try (InputStream content = file.getInputStream(entry)) {
                Files.createDirectories(target.getParent());
                Files.copy(content, target);
                if (entry.getName().equals("bootstrap")) {
                    target.toFile().setExecutable(true);
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    private static void classes(ZipFile file, Path jar) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.setLevel(1);
            for (ZipEntry entry : file.stream().filter(FunctionCode::isTopLevel).toList()) {
                try (InputStream content = file.getInputStream(entry)) {
                    write(entry.getName(), content.readAllBytes(), out);
                }
            }
        }
    }

    private static boolean isTopLevel(ZipEntry entry) {
        return !entry.isDirectory()
                && !entry.getName().startsWith("lib/")
                && !entry.getName().equals("bootstrap");
    }

    private static void client(Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (String name : ClientClasses.NAMES) {
                write(ClientClasses.entry(name), ClientClasses.bytes(name), out);
            }
        }
    }

    private static void write(String name, byte[] content, ZipOutputStream out) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(content);
        out.closeEntry();
    }

    private static void moveInto(Path partial, Path folder) throws IOException {
        try {
            Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException another) {
            if (!Files.exists(folder)) {
                throw another;
            }
        }
    }
}
