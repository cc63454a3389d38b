package dev.flotsam.symbols.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.symbols.Limits;
import dev.flotsam.symbols.TestDsyms;
import dev.flotsam.symbols.bitcode.MapReading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DsymUploadTest {
    private static final String IN_DSYM = ".dSYM/Contents/Resources/DWARF/";

    @TempDir
    private Path folder;

    private Path scratch;
    private byte[] dwarf;
    private final List<String> visited = new ArrayList<>();

    @BeforeEach
    void prepare() throws IOException {
        scratch = Files.createDirectory(folder.resolve("scratch"));
        dwarf = Files.readAllBytes(TestDsyms.made("c-arm64-dwarf5"));
    }

    @Test
    void aBareDwarfFileIsTakenAsItIs() throws IOException {
        assertThat(read(file("App", dwarf))).isEqualTo(new UploadOutcome.Read(1));
        assertThat(visited).containsExactly("App");
    }

    @Test
    void aZipOfDsymsGivesTheirDwarfFilesOnly() throws IOException {
        Path zip = zip(Map.of(
                "App.app" + IN_DSYM + "App",
                dwarf,
                "App.app.dSYM/Contents/Info.plist",
                text("<plist/>"),
                "Kit.framework" + IN_DSYM + "Kit",
                dwarf,
                "__MACOSX/App.app" + IN_DSYM + "._App",
                dwarf));

        assertThat(read(zip)).isEqualTo(new UploadOutcome.Read(2));
        assertThat(visited).containsExactlyInAnyOrder("App.app" + IN_DSYM + "App", "Kit.framework" + IN_DSYM + "Kit");
    }

    @Test
    void anArchivesAppBinariesAreLeftOut() throws IOException {
        Path zip = zip(Map.of(
                "App.xcarchive/Products/Applications/App.app/App",
                dwarf,
                "App.xcarchive/dSYMs/App.app" + IN_DSYM + "App",
                dwarf));

        assertThat(read(zip)).isEqualTo(new UploadOutcome.Read(1));
        assertThat(visited).containsExactly("App.xcarchive/dSYMs/App.app" + IN_DSYM + "App");
    }

    @Test
    void aZippedBareFileIsFoundByItsContent() throws IOException {
        assertThat(read(zip(Map.of("readme.txt", text("hello"), "App", dwarf)))).isEqualTo(new UploadOutcome.Read(1));
        assertThat(visited).containsExactly("App");
    }

    @Test
    void aDirectoryIsSearchedWithoutFollowingLinks() throws IOException {
        Path bundle = Files.createDirectories(folder.resolve("up/App.xcarchive/dSYMs/App.app" + IN_DSYM));
        Files.write(bundle.resolve("App"), dwarf);
        Files.createSymbolicLink(bundle.resolve("Linked"), bundle.resolve("App"));

        assertThat(read(folder.resolve("up"))).isEqualTo(new UploadOutcome.Read(1));
        assertThat(visited).containsExactly("App.xcarchive/dSYMs/App.app" + IN_DSYM + "App");
    }

    @Test
    void namesAreNeverUsedAsPaths() throws IOException {
        String name = "../../../escaped" + IN_DSYM + "../../App";

        assertThat(read(zip(Map.of(name, dwarf)))).isEqualTo(new UploadOutcome.Read(1));
        assertThat(visited).containsExactly(name);
        try (Stream<Path> left = Files.walk(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).doesNotContain("App", "escaped.dSYM");
        }
    }

    @Test
    void whatIsNoDsymIsRefusedWithAReason() throws IOException {
        assertThat(read(file("empty", new byte[0]))).isEqualTo(new UploadOutcome.Refused("is empty"));
        assertRefused(read(file("text", text("hello world"))), "neither a zip nor a Mach-O");
        assertRefused(read(file("gzip", new byte[] {0x1f, (byte) 0x8b, 8, 0})), "archive other than zip");
        assertRefused(read(file("xar", text("xar!1234"))), "xar archive");
        assertRefused(read(zip(Map.of())), "empty zip");
        assertRefused(read(zip(Map.of("a.txt", text("hello")))), "zip without a Mach-O file");
        assertRefused(read(Files.createDirectory(folder.resolve("bare"))), "directory without a Mach-O file");
    }

    @Test
    void aBrokenZipIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(zip(Map.of("App" + IN_DSYM + "App", dwarf)));

        assertRefused(read(file("cut.zip", java.util.Arrays.copyOf(whole, whole.length / 2))), "broken zip");
        whole[200] ^= 0x55;
        whole[201] ^= 0x55;
        assertRefused(read(file("bad.zip", whole)), "is broken");
    }

    @Test
    void bytesAreBoundedOverAllFiles() throws IOException {
        UploadLimits limits = new UploadLimits(dwarf.length + 100L, 100, 100, 100);
        Map<String, byte[]> two = new LinkedHashMap<>();
        two.put("A" + IN_DSYM + "A", dwarf);
        two.put("B" + IN_DSYM + "B", dwarf);

        UploadOutcome outcome = new DsymUpload(limits).read(zip(two), scratch, (name, file, maps) -> visited.add(name));

        assertThat(outcome).isInstanceOfSatisfying(UploadOutcome.Stopped.class, stopped -> {
            assertThat(stopped.files()).isEqualTo(1);
            assertThat(stopped.reason()).contains("B" + IN_DSYM + "B brings the upload over");
        });
    }

    @Test
    void entriesAndFilesAreBounded() throws IOException {
        Map<String, byte[]> three = Map.of("a", dwarf, "b", dwarf, "c", dwarf);
        DsymUpload fewEntries = new DsymUpload(new UploadLimits(1 << 30, 2, 100, 100));
        DsymUpload fewFiles = new DsymUpload(new UploadLimits(1 << 30, 100, 2, 100));

        assertRefused(
                fewEntries.read(zip(three), scratch, (name, file, maps) -> visited.add(name)), "has 3 entries, over 2");
        assertThat(fewFiles.read(zip(three), scratch, (name, file, maps) -> visited.add(name)))
                .isInstanceOfSatisfying(
                        UploadOutcome.Stopped.class,
                        stopped -> assertThat(stopped.reason()).contains("over 2 Mach-O files"));
    }

    @Test
    void aDirectorysFilesAreBounded() throws IOException {
        Path directory = Files.createDirectory(folder.resolve("many"));
        for (String name : List.of("a", "b", "c")) {
            Files.write(directory.resolve(name), dwarf);
        }
        DsymUpload fewEntries = new DsymUpload(new UploadLimits(1 << 30, 2, 100, 100));
        DsymUpload fewFiles = new DsymUpload(new UploadLimits(1 << 30, 100, 2, 100));

        assertRefused(fewEntries.read(directory, scratch, (name, file, maps) -> visited.add(name)), "over 2 files");
        assertThat(fewFiles.read(directory, scratch, (name, file, maps) -> visited.add(name)))
                .isInstanceOf(UploadOutcome.Stopped.class);
    }

    @Test
    void aZipBombIsStoppedByItsRatio() throws IOException {
        byte[] zeros = new byte[8 << 20];
        System.arraycopy(dwarf, 0, zeros, 0, 4);

        assertRefused(read(zip(Map.of("Bomb" + IN_DSYM + "Bomb", zeros))), "compressed over 100 to 1");
    }

    @Test
    void anArchivesSymbolMapsAreAtHandWhileItsDwarfIsVisited() throws IOException {
        UUID image = UUID.fromString("0F1E2D3C-4B5A-3697-8877-665544332211");
        UUID original = UUID.fromString("A0B1C2D3-E4F5-3697-8877-665544332211");
        Map<String, byte[]> archive = new LinkedHashMap<>();
        archive.put("App.xcarchive/dSYMs/App.app" + IN_DSYM + "App", dwarf);
        archive.put("App.xcarchive/BCSymbolMaps/" + original + ".bcsymbolmap", text("one\ntwo\n"));
        archive.put("App.xcarchive/BCSymbolMaps/readme.bcsymbolmap", text("three\n"));
        archive.put(
                "App.xcarchive/dSYMs/App.app.dSYM/Contents/Resources/" + image + ".plist",
                text("<key>DBGOriginalUUID</key><string>" + original + "</string>"));
        archive.put("App.xcarchive/Info.plist", text("<plist/>"));

        for (Path upload : List.of(zip(archive), directory(archive))) {
            List<MapReading> found = new ArrayList<>();
            new DsymUpload(UploadLimits.DEFAULT).read(upload, scratch, (name, file, maps) -> {
                found.add(maps.of(image));
                found.add(maps.of(original));
                found.add(maps.of(new UUID(1, 1)));
            });

            assertThat(found).hasSize(3).last().isInstanceOf(MapReading.None.class);
            assertThat(found.subList(0, 2))
                    .allSatisfy(reading ->
                            assertThat(((MapReading.Read) reading).map().size()).isEqualTo(2));
        }
    }

    @Test
    void aBrokenOrTooLargeSymbolMapIsRefused() throws IOException {
        UUID large = new UUID(1, 1);
        Map<String, byte[]> archive = new LinkedHashMap<>();
        archive.put("App" + IN_DSYM + "App", dwarf);
        archive.put(large + ".bcsymbolmap", new byte[Limits.SYMBOL_MAP_BYTES + 1]);
        List<MapReading> found = new ArrayList<>();

        new DsymUpload(UploadLimits.DEFAULT).read(zip(archive), scratch, (name, file, maps) -> {
            for (int i = 0; i < 10; i++) {
                found.add(maps.of(large));
            }
        });

        assertThat(found.getFirst()).isEqualTo(new MapReading.Refused("is over " + Limits.SYMBOL_MAP_BYTES + " bytes"));
        assertThat(((MapReading.Refused) found.getLast()).reason()).contains("those before it");
    }

    @Test
    void scratchIsEmptyAfterwardsEvenIfTheVisitorFails() throws IOException {
        Path zip = zip(Map.of("App" + IN_DSYM + "App", dwarf));
        DsymUpload upload = new DsymUpload(UploadLimits.DEFAULT);

        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> upload.read(zip, scratch, (name, file, maps) -> {
                            throw new IOException("disk full");
                        })))
                .hasMessage("disk full");
        assertThat(scratch).isEmptyDirectory();
    }

    private UploadOutcome read(Path upload) throws IOException {
        UploadOutcome outcome = new DsymUpload(UploadLimits.DEFAULT).read(upload, scratch, (name, file, maps) -> {
            assertThat(Files.readAllBytes(file)).isEqualTo(dwarf);
            visited.add(name);
        });
        assertThat(scratch).isEmptyDirectory();
        return outcome;
    }

    private static void assertRefused(UploadOutcome outcome, String reason) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        UploadOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).contains(reason));
    }

    private Path directory(Map<String, byte[]> entries) throws IOException {
        Path top = Files.createDirectory(folder.resolve("unpacked"));
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            Path file = top.resolve(entry.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, entry.getValue());
        }
        return top;
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private Path zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return file("upload.zip", bytes.toByteArray());
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
