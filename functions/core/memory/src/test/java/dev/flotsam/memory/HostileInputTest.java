package dev.flotsam.memory;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records of every format, damaged at random: what a fuzzer does, in a second and always the same. */
class HostileInputTest {
    private static final List<String> SEEDS = seeds();

    /** Seeds are parted by blank lines. */
    private static List<String> seeds() {
        try (InputStream in = HostileInputTest.class.getResourceAsStream("seeds.txt")) {
            return List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n\n", -1));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static IntStream rounds() {
        return IntStream.range(0, 20);
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void damagedRecordsAreReadOrRefusedAndNothingIsThrown(int seed) {
        Random random = new Random(seed);
        for (String text : SEEDS) {
            for (int change = 0; change < 40; change++) {
                byte[] bytes = damaged(text.getBytes(StandardCharsets.UTF_8), random);
                assertThatCode(() -> {
                            EveryReader.jetsam(bytes);
                            EveryReader.document(bytes);
                            EveryReader.propertyList(bytes);
                            EveryReader.portrait(bytes);
                            EveryReader.regionScan(bytes);
                        })
                        .as(() -> new String(bytes, StandardCharsets.ISO_8859_1))
                        .doesNotThrowAnyException();
            }
        }
    }

    private static byte[] damaged(byte[] whole, Random random) {
        String numbers = "-1 99999999999999999999 1e308 0.5 null [] {} \"\" true -9223372036854775808";
        String text = new String(whole, StandardCharsets.ISO_8859_1);
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, random.nextInt(text.length())).getBytes(StandardCharsets.ISO_8859_1);
            case 1 -> {
                String[] values = numbers.split(" ", -1);
                String value = values[random.nextInt(values.length)];
                int at = random.nextInt(text.length());
                int end = Math.min(text.length(), at + random.nextInt(8));
                yield (text.substring(0, at) + value + text.substring(end)).getBytes(StandardCharsets.ISO_8859_1);
            }
            case 2 ->
                text.replaceAll("\\d+", numbers.split(" ", -1)[random.nextInt(4)])
                        .getBytes(StandardCharsets.ISO_8859_1);
            default -> {
                byte[] flipped = whole.clone();
                for (int flips = 0; flips < 4; flips++) {
                    flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
                }
                yield flipped;
            }
        };
    }
}
