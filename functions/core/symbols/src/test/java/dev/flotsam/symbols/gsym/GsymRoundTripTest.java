package dev.flotsam.symbols.gsym;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.symbols.Frame;
import dev.flotsam.symbols.Lookup;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GsymRoundTripTest {
    private static final UUID IMAGE = new UUID(0x0123456789abcdefL, 0xfedcba9876543210L);

    @Test
    void aWrittenFunctionIsFoundWithItsRowsAndInlinedCalls() throws IOException {
        GsymWriter writer = new GsymWriter(IMAGE, 0x1_0000_0000L);
        int file = writer.files().add("/src/demo.c");
        writer.begin(0x1000);
        writer.row(0x1000, file, 7);
        writer.row(0x1010, file, 90);
        int outer = writer.inlines().add(-1, writer.strings().add("outer"), file, 8);
        int inner = writer.inlines().add(outer, writer.strings().add("inner"), file, 21);
        writer.inlines().cover(outer, 0x1008, 0x1018);
        writer.inlines().cover(inner, 0x1010, 0x1014);
        writer.end(0x1020, writer.strings().add("main"));

        Gsym gsym = read(writer);

        assertThat(gsym.uuid()).contains(IMAGE);
        assertThat(gsym.lookup(0x1000)).isEqualTo(new Lookup.Resolved(java.util.List.of(frame("main", 7, false))));
        assertThat(gsym.lookup(0x1012).frames())
                .containsExactly(frame("inner", 90, true), frame("outer", 21, true), frame("main", 8, false));
        assertThat(gsym.lookup(0x1017).frames()).containsExactly(frame("outer", 90, true), frame("main", 8, false));
        assertThat(gsym.lookup(0x1020)).isEqualTo(new Lookup.NoSymbol());
        assertThat(gsym.lookup(0xfff)).isEqualTo(new Lookup.NoSymbol());
        assertThat(gsym.lookupAddress(0x1_0000_101fL).frames()).containsExactly(frame("main", 90, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/src/a.c",
                "a.c",
                "/a.c",
                "//host/a.c",
                "C:\\src/a.c",
                "C:\\src\\a.c",
                "/src/b\\c/a.c",
                "/src/",
                "x/"
            })
    void aPathComesBackAsItWas(String path) throws IOException {
        GsymWriter writer = new GsymWriter(IMAGE, 0);
        writer.begin(0x10);
        writer.row(0x10, writer.files().add(path), 7);
        writer.end(0x20, writer.strings().add("f"));

        assertThat(read(writer).lookup(0x10).frames())
                .containsExactly(new Frame("f", "f", Optional.of(path), 7, false));
    }

    @Test
    void theWorkedExampleOfThePackageIsWhatIsWritten() throws IOException {
        GsymWriter writer = new GsymWriter(UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"), 0x1_0000_0000L);
        int file = writer.files().add("/src/demo.c");
        writer.begin(0x340);
        writer.row(0x340, file, 7);
        writer.row(0x348, file, 3);
        writer.row(0x34c, file, 8);
        writer.inlines().cover(writer.inlines().add(-1, writer.strings().add("half"), file, 8), 0x348, 0x34c);
        writer.end(0x350, writer.strings().add("main"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writer.writeTo(Channels.newChannel(bytes));

        assertThat(HexFormat.ofDelimiter(" ").formatHex(bytes.toByteArray()))
                .isEqualTo("4d 59 53 47 01 00 02 10 00 00 00 00 01 00 00 00 01 00 00 00 4c 00 00 00 18 00 00 00 "
                        + "00 11 22 33 44 55 66 77 88 99 aa bb cc dd ee ff 00 00 00 00 40 03 00 00 64 00 00 00 "
                        + "02 00 00 00 00 00 00 00 00 00 00 00 02 00 00 00 07 00 00 00 00 00 2f 73 72 63 00 64 "
                        + "65 6d 6f 2e 63 00 68 61 6c 66 00 6d 61 69 6e 00 10 00 00 00 13 00 00 00 01 00 00 00 "
                        + "07 00 00 00 7c 05 07 08 54 35 00 02 00 00 00 15 00 00 00 01 00 10 01 13 00 00 00 00 "
                        + "00 01 08 04 00 0e 00 00 00 01 08 00 00 00 00 00 00 00 00 00");
    }

    @Test
    void aFunctionWithoutRowsIsASymbolOnly() throws IOException {
        GsymWriter writer = new GsymWriter(IMAGE, 0);
        writer.begin(16);
        writer.end(32, writer.strings().add("stripped"));

        assertThat(read(writer).lookup(20))
                .isEqualTo(new Lookup.SymbolOnly(new Frame("stripped", "stripped", Optional.empty(), 0, false)));
    }

    @Test
    void aFileWithoutFunctionsSaysSo() throws IOException {
        assertThat(read(new GsymWriter(IMAGE, 0)).lookup(0)).isEqualTo(new Lookup.NoFunctions());
    }

    @Test
    void threadsThatShareAFileGetTheRightNames() throws IOException {
        int functions = 3000;
        GsymWriter writer = new GsymWriter(IMAGE, 0);
        for (int i = 0; i < functions; i++) {
            writer.begin(16L * i);
            writer.end(16L * i + 16, writer.strings().add("function" + i));
        }
        Gsym gsym = read(writer);

        assertThat(IntStream.range(0, 20 * functions).parallel().filter(i -> {
                    int function = i * 7919 % functions;
                    return gsym.lookup(16L * function)
                            .frames()
                            .getFirst()
                            .linkageName()
                            .equals("function" + function);
                }))
                .hasSize(20 * functions);
    }

    private static Gsym read(GsymWriter writer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writer.writeTo(Channels.newChannel(bytes));
        return Gsym.open(ByteBuffer.wrap(bytes.toByteArray()));
    }

    private static Frame frame(String name, long line, boolean inlined) {
        return new Frame(name, name, Optional.of("/src/demo.c"), line, inlined);
    }
}
