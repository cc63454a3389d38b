package dev.flotsam.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void bounded_text_never_exceeds_its_bytes_and_never_ends_inside_a_character() {
        String text = "a\u00e9\u4e2d\ud83d\ude00".repeat(20);
        for (int limit = 0; limit < 120; limit++) {
            String bounded = Text.bound(text, limit);
            assertThat(bounded.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(limit);
            assertThat(text).startsWith(bounded);
        }
    }

    @Test
    void control_characters_and_lone_surrogates_become_spaces() {
        assertThat(Text.bound("a\u0000b\nc\ud800d", 100)).isEqualTo("a b c d");
    }

    @Test
    void shortened_text_says_so_and_keeps_pairs_whole() {
        assertThat(Text.shorten("abcdef", 4)).isEqualTo("abc…");
        assertThat(Text.shorten("ab\ud83d\ude00ef", 4)).isEqualTo("ab…");
        assertThat(Text.shorten("abcd", 4)).isEqualTo("abcd");
    }
}
