package dev.flotsam.symbols.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearnedImageTest {
    private static final UUID LIBSYSTEM = new UUID(3, 4);

    @Test
    void aNameCountsOnceThreeInstallationsAgree() {
        LearnedImage two = learn(seen(0x1010, "abort", 0x10, "a"), seen(0x1020, "abort", 0x20, "b"));
        LearnedImage three = two.learn(List.of(seen(0x1030, "abort", 0x30, "c")));

        assertThat(two.name(0x1004)).isEmpty();
        assertThat(three.name(0x1004)).contains(new LearnedName("abort", 0x1000));
    }

    @Test
    void oneInstallationCountsOnceHoweverOftenItReports() {
        LearnedImage image = learn(
                seen(0x1010, "abort", 0x10, "a"), seen(0x1020, "abort", 0x20, "a"), seen(0x1030, "abort", 0x30, "a"));

        assertThat(image.name(0x1004)).isEmpty();
    }

    @Test
    void aNameReachesOnlyAsFarAsThreeInstallationsHaveSeenIt() {
        LearnedImage image = learn(
                seen(0x1010, "abort", 0x10, "a"),
                seen(0x1020, "abort", 0x20, "b"),
                seen(0x1030, "abort", 0x30, "c"),
                seen(0x1100, "abort", 0x100, "d"));

        assertThat(image.name(0x1020)).isPresent();
        assertThat(image.name(0x1021)).isEmpty();
        assertThat(image.name(0xfff)).isEmpty();
    }

    @Test
    void twoNamesWithThreeInstallationsEachCancelOut() {
        LearnedImage image = learn(agreed("abort"), "a", "b", "c").merge(learn(agreed("evil"), "x", "y", "z"));

        assertThat(image.name(0x1004)).isEmpty();
    }

    @Test
    void aLieOfOneInstallationChangesNothing() {
        LearnedImage image = learn(agreed("abort"), "a", "b", "c").merge(learn(agreed("evil"), "x"));

        assertThat(image.name(0x1004)).contains(new LearnedName("abort", 0x1000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "<redacted>", "0x1a2b3c", "???", "__hidden#12_"})
    void whatNamesNothingIsNotLearned(String name) {
        assertThat(learn(agreed(name), "a", "b", "c").name(0x1004)).isEmpty();
    }

    @Test
    void whatCannotBeTrueIsNotLearned() {
        List<Observation> wrong = new ArrayList<>();
        for (String who : List.of("a", "b", "c")) {
            wrong.add(seen(0x10, "before_the_image", 0x20, who));
            wrong.add(seen(0x1000, "negative", -1, who));
            wrong.add(
                    seen(LearnedImage.FUNCTION_BYTES_MOST + 0x1001, "huge", LearnedImage.FUNCTION_BYTES_MOST + 1, who));
            wrong.add(seen(0x1000, "n".repeat(LearnedImage.NAME_CHARACTERS_MOST + 1), 0, who));
            wrong.add(new Observation(new UUID(0, 0), 0x1000, "of_another_image", 0, who));
        }
        wrong.add(seen(0x1000, "anonymous", 0, " "));

        assertThat(LearnedImage.nothing(LIBSYSTEM).learn(wrong).encode())
                .isEqualTo(LearnedImage.nothing(LIBSYSTEM).encode());
    }

    @Test
    void inventedNamesOfOneFunctionPushOutTheWeakest() {
        LearnedImage image = learn(agreed("abort"), "a", "b", "c");
        for (int i = 0; i < 3 * LearnedImage.NAMES_MOST; i++) {
            image = image.merge(learn(agreed("invented" + i), "x" + i));
        }

        assertThat(image.name(0x1004)).contains(new LearnedName("abort", 0x1000));
        assertThat(image.encode()).hasSizeLessThan(200);
    }

    @Test
    void functionsAreBoundedAndWhatThreeAgreeOnStays() {
        LearnedImage image = learn(agreed("abort"), "a", "b", "c");
        for (int i = 0; i < 3 * LearnedImage.FUNCTIONS_MOST; i++) {
            image = image.learn(List.of(seen(0x2000 + i * 16L, "invented" + i, 0, "x")));
        }

        assertThat(image.name(0x1004)).contains(new LearnedName("abort", 0x1000));
        assertThat(image.encode().length).isLessThan(40 * LearnedImage.FUNCTIONS_MOST);
        LearnedImage later = image;
        for (String who : List.of("a", "b", "c")) {
            later = later.learn(List.of(seen(0x900010, "late", 0x10, who)));
        }
        assertThat(later.name(0x900004)).contains(new LearnedName("late", 0x900000));
    }

    @Test
    void bytesAreBoundedAndWhatThreeAgreeOnStays() {
        LearnedImage image = learn(agreed("abort"), "a", "b", "c");
        for (int i = 0; i < 200; i++) {
            String name = i + "é".repeat(LearnedImage.NAME_CHARACTERS_MOST - 4);
            image = image.learn(List.of(seen(0x2000 + i * 16L, name, 0, "x")));
        }

        assertThat(image.encode()).hasSizeLessThanOrEqualTo(LearnedImage.BYTES_MOST);
        assertThat(image.name(0x1004)).contains(new LearnedName("abort", 0x1000));
    }

    @Test
    void theOrderOfLearningAndMergingDoesNotMatter() {
        List<Observation> all = new ArrayList<>();
        Random random = new Random(5);
        for (int i = 0; i < 400; i++) {
            long start = 0x1000 + 0x100L * random.nextInt(20);
            int into = random.nextInt(0x100);
            all.add(seen(start + into, "f" + start, into, "who" + random.nextInt(6)));
        }
        byte[] expected = LearnedImage.nothing(LIBSYSTEM).learn(all).encode();
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(all, random);
            int cut = random.nextInt(all.size());
            LearnedImage left = LearnedImage.nothing(LIBSYSTEM).learn(all.subList(0, cut));
            LearnedImage right = LearnedImage.nothing(LIBSYSTEM).learn(all.subList(cut, all.size()));

            assertThat(left.merge(right).merge(left).encode()).isEqualTo(expected);
        }
    }

    @Test
    void whatIsEncodedIsDecodedTheSame() {
        LearnedImage image = learn(agreed("-[NSArray objectAtIndex:]"), "a", "b", "c");

        LearnedImage again = LearnedImage.decode(LIBSYSTEM, image.encode());

        assertThat(again.encode()).isEqualTo(image.encode());
        assertThat(again.name(0x1004)).isEqualTo(image.name(0x1004));
    }

    @Test
    void damagedBytesAreRefused() {
        byte[] bytes = learn(agreed("abort"), "a", "b", "c").encode();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> LearnedImage.decode(LIBSYSTEM, cut)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Observation agreed(String name) {
        return seen(0x1010, name, 0x10, "");
    }

    private static LearnedImage learn(Observation what, String... installations) {
        return LearnedImage.nothing(LIBSYSTEM)
                .learn(Arrays.stream(installations)
                        .map(who -> seen(what.offset(), what.symbol(), what.symbolOffset(), who))
                        .toList());
    }

    private static LearnedImage learn(Observation... seen) {
        return LearnedImage.nothing(LIBSYSTEM).learn(List.of(seen));
    }

    private static Observation seen(long offset, String symbol, long symbolOffset, String installation) {
        return new Observation(LIBSYSTEM, offset, symbol, symbolOffset, installation);
    }
}
