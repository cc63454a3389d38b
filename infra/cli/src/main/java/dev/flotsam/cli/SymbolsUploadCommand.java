package dev.flotsam.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Uploads dSYMs; folders go as one zip each. */
@Command(name = "upload", description = "Uploads dSYMs; prints the object key of each.")
final class SymbolsUploadCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "PATH", description = "dSYM folders, zips of them, or DWARF files")
    private List<Path> paths;

    SymbolsUploadCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        var uploader = new Uploader(Deployment.find(System.getenv()), InstantSource.system());
        for (Path path : FileArguments.existing(paths)) {
            if (Files.isDirectory(path)) {
                Path folder = Files.createTempDirectory("flotsam-symbols");
                Path zip = folder.resolve(path.toRealPath().getFileName() + ".zip");
                try {
                    zip(path, zip);
                    System.out.println(uploader.upload("symbols", zip));
                } finally {
                    Files.deleteIfExists(zip);
                    Files.delete(folder);
                }
            } else {
                System.out.println(uploader.upload("symbols", path));
            }
        }
        return 0;
    }

    private static void zip(Path folder, Path zip) throws IOException {
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (Path content : FileArguments.expand(List.of(folder))) {
                String name = folder.toRealPath().getFileName() + "/" + folder.relativize(content);
                out.putNextEntry(new ZipEntry(name.replace('\\', '/')));
                Files.copy(content, out);
                out.closeEntry();
            }
        }
    }
}
