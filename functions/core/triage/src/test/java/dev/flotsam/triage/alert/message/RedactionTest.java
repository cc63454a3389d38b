package dev.flotsam.triage.alert.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mail jane.doe+beta@mail.example.co.uk now | mail [email] now",
                "mailto:o_neil@example.org. | mailto:[email]",
                "user=jane%40example.com | user=[email]",
                "jörg@exämple.de wrote | [email] wrote",
                "/Users/jane/Library/x.db | /Users/…/Library/x.db",
                "in /Users/Jane Doe/Library | in /Users/…/Library",
                "file:///Users/jane | file:///Users/…",
                "opened /Users/jane and left | opened /Users/… and left",
                "/home/jane/x | /home/…/x",
                "C:\\Users\\jane\\x | C:\\Users\\…\\x",
                "dev 0D3A4C1E-7F4B-4C7A-9D0E-2B5F6A7C8D9E! | dev [id]!",
                "dev 0d3a4c1e_7f4b_4c7a_9d0e_2b5f6a7c8d9e! | dev [id]!",
                "udid 00008110-001A2D3C0E38801E | udid [id]",
                "udid 2b6f0cc904d137be2e1730235f5664094b831186 | udid [id]",
                "mac 3c:22:fb:0a:1b:2c | mac [id]",
                "from 192.168.178.21 to | from [ip] to",
                "http://203.0.113.7:8080/x | http://[ip]/x",
                "at fe80::1c2a:3bff:fe4d:5e6f%en0 | at [ip]%en0",
                "[2001:db8::7]:443 | [[ip]]:443",
                "Authorization: Bearer abc.def.ghi-jkl | Authorization: Bearer [secret]",
                "authorization: bearer 12345678 | authorization: bearer [secret]",
                "sent Bearer q9wxyz0123 back | sent Bearer [secret] back",
                "https://x.example/a?token=abc123&b=1 | https://x.example/a?token=[secret]&b=1",
                "password = \"hunter two\" | password = \"[secret] two\"",
                "key AKIAABCDEFGHIJKLMNOP | key [secret]",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln | [secret]",
                "cookie: 9aF3kLm2Qw8eRt5yUi1oPa7sDf4gHj6k | cookie: [secret]",
                "got 9aF3kLm2Qw8eRt5yUi1oPa7sDf4gHj6kZx | got [secret]"
            })
    void takesOutWhatIsPersonalOrSecret(String text, String clean) {
        assertThat(Redaction.of(text)).isEqualTo(clean);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LanternView.refresh()",
                "std::vector<int>::push_back(int&&)",
                "Cafe::add",
                "-[LHMapView drawTile:at:]",
                "$s10Lighthouse11LanternViewC7refreshyyFTm",
                "_ZNSt6vectorIiSaIiEE9push_backEOi12345678",
                "EXC_BAD_ACCESS (SIGSEGV) at 0x000000010483c1a4",
                "Fatal error: Index out of range: file Swift/ContiguousArrayBuffer.swift, line 600",
                "token::next",
                "libswiftCore.dylib 0x1a2b3c + 123456",
                "12:34:56.789",
                "@objc closure #1 in App.start()",
                "unexpectedly found nil while unwrapping an Optional value",
                "com.example.lighthouse 5.2 (1042)"
            })
    void leavesCodeAndCausesAsTheyAre(String text) {
        assertThat(Redaction.of(text)).isEqualTo(text);
    }

    @Test
    void keepsVersionsOfFourParts() {
        assertThat(Redaction.ofFact("5.2.0.1 (1042)")).isEqualTo("5.2.0.1 (1042)");
        assertThat(Redaction.ofFact("jane@example.com")).isEqualTo("[email]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@", "a.", "/Users/", "token=", "f", ":", "-", "0", "Bearer ", "%40", "a:", "1.", "eyJ"})
    void readsLongHostileTextInLinearSteps(String piece) {
        String text = piece.repeat(400_000 / piece.length());
        assertThat(Redaction.of(text).length()).isLessThanOrEqualTo(2 * text.length());
    }
}
