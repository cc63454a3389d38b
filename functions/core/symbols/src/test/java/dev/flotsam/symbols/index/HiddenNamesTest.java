package dev.flotsam.symbols.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.symbols.Frame;
import dev.flotsam.symbols.Lookup;
import dev.flotsam.symbols.MadeDsym;
import dev.flotsam.symbols.MadeDwarf;
import dev.flotsam.symbols.bitcode.BitcodeSymbolMap;
import dev.flotsam.symbols.bitcode.MapReading;
import dev.flotsam.symbols.bitcode.SymbolMaps;
import dev.flotsam.symbols.gsym.Gsym;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dSYM whose names and paths bitcode hid: number 0 is inlined into 1, in file 3 of directory 2. */
class HiddenNamesTest {
    private static final String MAP =
            "BCSymbolMap Version: 2.0\n_ZN4cart4sizeEv\n$s4Cart4openyyF\n/src/cart\nOpen.swift\n";

    @TempDir
    private Path scratch;

    @Test
    void namesAndPathsComeBackFromTheMap() throws IOException {
        IndexedImage.Indexed indexed = index(map(MAP));

        assertThat(indexed.damage()).isEmpty();
        assertThat(gsym(indexed).hiddenNames()).isZero();
        assertThat(frames(indexed))
                .containsExactly(
                        new Frame("_ZN4cart4sizeEv", "_ZN4cart4sizeEv", Optional.of("/src/cart/Open.swift"), 12, true),
                        new Frame(
                                "$s4Cart4openyyF", "$s4Cart4openyyF", Optional.of("/src/cart/Open.swift"), 77, false));
    }

    @Test
    void withoutAMapPlaceholdersStayAndThePersonIsToldWhatToUpload() throws IOException {
        IndexedImage.Indexed indexed = index(SymbolMaps.NONE);

        assertThat(indexed.damage().orElseThrow())
                .startsWith("bitcode hides ")
                .contains("upload the dSYM together with its BCSymbolMaps");
        assertThat(frames(indexed)).allMatch(Frame::isPlaceholder);
        Gsym gsym = gsym(indexed);
        for (int time = 0; time < 3; time++) {
            assertThat(gsym.lookup(9)).isEqualTo(new Lookup.Resolved(frames(indexed), 4));
        }
        assertThat(gsym.hiddenNames()).isEqualTo(4);
    }

    @Test
    void aMapOfAnotherBuildGivesNoNameAtAll() throws IOException {
        IndexedImage.Indexed indexed = index(map("BCSymbolMap Version: 2.0\nmain\n"));

        assertThat(indexed.damage().orElseThrow()).contains("has only 1 names, it is another build's");
        assertThat(frames(indexed)).allMatch(Frame::isPlaceholder);
    }

    @Test
    void anUnusableMapIsAReasonAndNoFailure() throws IOException {
        assertThat(index(image -> new MapReading.Refused("is broken")).damage().orElseThrow())
                .contains("its BCSymbolMap is broken");
    }

    @Test
    void aNameTheMapLeavesEmptyStaysHiddenAndTheOthersComeBack() throws IOException {
        IndexedImage.Indexed indexed = index(map(MAP.replace("_ZN4cart4sizeEv", "")));

        assertThat(indexed.damage().orElseThrow())
                .isEqualTo("bitcode hides 1 of its names: the BCSymbolMap has nothing on their lines");
        assertThat(frames(indexed)).extracting(Frame::isPlaceholder).containsExactly(true, false);
        assertThat(gsym(indexed).hiddenNames()).isEqualTo(1);
    }

    @Test
    void aHiddenComponentThatIsAnAbsolutePathReplacesWhatIsBeforeIt() {
        HiddenNames names = new HiddenNames(Optional.of(read("BCSymbolMap Version: 2.0\n/a/b.c\nsub\n")));

        assertThat(names.revealPath("/build/__hidden#0_")).isEqualTo("/a/b.c");
        assertThat(names.revealPath("/build/__hidden#1_/c.c")).isEqualTo("/build/sub/c.c");
        assertThat(names.revealPath("/build/plain.c")).isEqualTo("/build/plain.c");
    }

    private IndexedImage.Indexed index(SymbolMaps maps) throws IOException {
        MadeDwarf dwarf = new MadeDwarf().unit(0, 0x100);
        int inlined = dwarf.next();
        dwarf.function("__hidden#0_", 0x80, 0x10).end();
        dwarf.function("__hidden#1_", 0, 0x40)
                .inlined(inlined, 8, 8, 77)
                .end()
                .end()
                .end();
        MadeDsym dsym = dwarf.toDsym()
                .section("__debug_line", MadeDwarf.lines(MadeDwarf.program(0, 8), "__hidden#2_", "__hidden#3_"))
                .symbol("___hidden#1_", 0)
                .symbol("___hidden#0_", 0x80);
        List<IndexedImage> results = new SymbolIndexer().index(dsym.write(scratch), scratch, maps);
        return (IndexedImage.Indexed) results.getFirst();
    }

    private static List<Frame> frames(IndexedImage.Indexed indexed) throws IOException {
        return gsym(indexed).lookup(9).frames();
    }

    private static Gsym gsym(IndexedImage.Indexed indexed) throws IOException {
        return Gsym.open(ByteBuffer.wrap(Files.readAllBytes(indexed.gsym())));
    }

    private static SymbolMaps map(String text) {
        BitcodeSymbolMap map = read(text);
        return image -> image.equals(MadeDsym.UUID_OF_ALL) ? new MapReading.Read(map) : new MapReading.None();
    }

    private static BitcodeSymbolMap read(String text) {
        return ((MapReading.Read) BitcodeSymbolMap.read(text.getBytes(StandardCharsets.UTF_8))).map();
    }
}
