package dev.flotsam.symbols.gsym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotsam.symbols.Limits;
import dev.flotsam.symbols.Lookup;
import dev.flotsam.symbols.binary.MalformedBinaryException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** GSYMs that were cut, damaged, or written to lie. */
class HostileGsymTest {

    @Test
    void aCutFileIsRefusedOrSaysSoWhereItIsCut() throws IOException {
        byte[] whole = sample(3);
        for (int length = 0; length < whole.length; length++) {
            assertAnswersOrRefuses(Arrays.copyOf(whole, length));
        }
    }

    @Test
    void aDamagedFileNeitherThrowsNorHangs() throws IOException {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = sample(3);
            for (int hit = 0; hit < 1 + random.nextInt(6); hit++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            assertAnswersOrRefuses(bytes);
        }
    }

    @Test
    void headersThatLieAreRefused() throws IOException {
        assertRefused(0, 0x12345678, "has magic 0x12345678");
        assertRefused(4, 0x10040002, "is of version 2");
        assertRefused(4, 0x10030001, "address offsets of 3 bytes");
        assertRefused(4, 0x20040001, "UUID of 32 bytes");
        assertRefused(16, -1, "tables that end at");
        assertRefused(24, -1, "tables that end at");
    }

    @Test
    void callsDeeperThanTheLimitAreMalformed() throws IOException {
        assertThat(open(sample(Limits.INLINE_DEPTH)).lookup(0x10).frames()).hasSize(Limits.INLINE_DEPTH + 1);
        assertThat(open(sample(Limits.INLINE_DEPTH + 1)).lookup(0x10))
                .isInstanceOfSatisfying(
                        Lookup.Malformed.class,
                        malformed -> assertThat(malformed.reason()).contains("deep"));
    }

    @Test
    void aBigEndianFileIsRead() {
        ByteBuffer file = ByteBuffer.allocate(128).order(ByteOrder.BIG_ENDIAN);
        file.putInt(GsymFormat.MAGIC)
                .putShort((short) 1)
                .put((byte) 4)
                .put((byte) 16)
                .putLong(0x1000);
        file.putInt(1).putInt(68).putInt(10).putLong(1).putLong(2).putInt(0);
        // One address offset, its info's offset, a file table of one; then strings and the info.
        file.putInt(0x20).putInt(80).putInt(1).putLong(0);
        file.position(68).put(new byte[] {0, 0, 'm', 'a', 'i', 'n', 0});
        file.position(80).putInt(0x10).putInt(2).putInt(0).putInt(0);

        Gsym gsym = Gsym.open(file.rewind());

        assertThat(gsym.uuid()).contains(new UUID(1, 2));
        assertThat(gsym.lookup(0x2f).frames().getFirst().linkageName()).isEqualTo("main");
        assertThat(gsym.lookup(0x30)).isEqualTo(new Lookup.NoSymbol());
    }

    private static void assertRefused(int offset, int value, String reason) throws IOException {
        byte[] bytes = sample(1);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(offset, value);
        assertThatThrownBy(() -> open(bytes))
                .isInstanceOf(MalformedBinaryException.class)
                .hasMessageContaining(reason);
    }

    private static void assertAnswersOrRefuses(byte[] bytes) {
        Gsym gsym;
        try {
            gsym = open(bytes);
        } catch (MalformedBinaryException e) {
            assertThat(e).hasMessageContaining("GSYM");
            return;
        }
        for (long offset = 0; offset < 0x60; offset += 5) {
            assertThat(gsym.lookup(offset).outcome()).isNotEmpty();
        }
    }

    private static Gsym open(byte[] bytes) {
        return Gsym.open(ByteBuffer.wrap(bytes));
    }

    /** Two functions, the first with calls nested to a depth. */
    private static byte[] sample(int depth) throws IOException {
        GsymWriter writer = new GsymWriter(new UUID(1, 2), 0);
        int file = writer.files().add("/src/sample.c");
        writer.begin(0x10);
        writer.row(0x10, file, 3);
        writer.row(0x14, file, 300);
        int parent = -1;
        for (int i = 0; i < depth; i++) {
            parent = writer.inlines().add(parent, writer.strings().add("call" + i), file, i + 1L);
            writer.inlines().cover(parent, 0x10, 0x18);
        }
        writer.end(0x20, writer.strings().add("main"));
        writer.begin(0x40);
        writer.end(0x50, writer.strings().add("other"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writer.writeTo(Channels.newChannel(bytes));
        return bytes.toByteArray();
    }
}
