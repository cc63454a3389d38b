package dev.flotsam.symbols.gsym;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.symbols.Frame;
import dev.flotsam.symbols.MadeDwarf;
import dev.flotsam.symbols.TestDsyms;
import dev.flotsam.symbols.gsym.GsymFunction.Call;
import dev.flotsam.symbols.gsym.GsymFunction.Range;
import dev.flotsam.symbols.gsym.GsymFunction.Row;
import dev.flotsam.symbols.index.IndexedImage;
import dev.flotsam.symbols.index.SymbolIndexer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GsymFunctionTest {
    @TempDir
    private Path scratch;

    @Test
    void aFunctionTellsItsRowsAndItsCallsInside() throws IOException {
        MadeDwarf dwarf = new MadeDwarf().unit(0, 0x100);
        int inner = dwarf.next();
        dwarf.function("inner", 0x80, 0x10).end();
        int outer = dwarf.next();
        dwarf.function("outer", 0x90, 0x10).end();
        dwarf.function("main", 0, 0x20).inlined(outer, 8, 12, 77).inlined(inner, 12, 4, 88);
        Gsym gsym = index(dwarf.end(4).toDsym().write(scratch));

        GsymFunction main = gsym.function(0);

        assertThat(main.name()).isEqualTo("main");
        assertThat(main.size()).isEqualTo(0x20);
        assertThat(main.rows())
                .startsWith(
                        new Row(0, Optional.of("/src/made.c"), 10),
                        new Row(4, Optional.of("/src/made.c"), 11),
                        new Row(8, Optional.of("/src/made.c"), 12));
        assertThat(main.calls())
                .containsExactly(
                        new Call(1, List.of(new Range(8, 12)), "outer", Optional.of("/src/made.c"), 77),
                        new Call(2, List.of(new Range(12, 4)), "inner", Optional.of("/src/made.c"), 88));
    }

    @Test
    void rowsAndCallsSayWhatLookupsSay() throws IOException {
        int checked = 0;
        for (Path dsym : TestDsyms.made()) {
            for (IndexedImage image : new SymbolIndexer().index(dsym, scratch)) {
                if (image instanceof IndexedImage.Indexed indexed) {
                    checked += check(Gsym.open(ByteBuffer.wrap(Files.readAllBytes(indexed.gsym()))));
                }
            }
        }
        assertThat(checked).isGreaterThan(500);
    }

    private static int check(Gsym gsym) {
        int checked = 0;
        for (int index = 0; index < gsym.functionCount(); index++) {
            GsymFunction function = gsym.function(index);
            for (Row row : function.rows()) {
                List<Frame> frames = gsym.lookup(row.offset()).frames();
                List<String> inside = function.calls().stream()
                        .filter(call -> call.ranges().stream()
                                .anyMatch(range ->
                                        row.offset() >= range.offset() && row.offset() < range.offset() + range.size()))
                        .map(Call::name)
                        .toList();
                if (row.file().isPresent() && !frames.isEmpty()) {
                    assertThat(frames.getFirst().file()).isEqualTo(row.file());
                    assertThat(frames.getFirst().line()).isEqualTo(row.line());
                    assertThat(frames.subList(0, frames.size() - 1).reversed())
                            .extracting(Frame::linkageName)
                            .containsExactlyElementsOf(inside);
                    checked++;
                }
            }
        }
        return checked;
    }

    private Gsym index(Path dsym) throws IOException {
        IndexedImage.Indexed indexed =
                (IndexedImage.Indexed) new SymbolIndexer().index(dsym, scratch).getFirst();
        return Gsym.open(ByteBuffer.wrap(Files.readAllBytes(indexed.gsym())));
    }
}
