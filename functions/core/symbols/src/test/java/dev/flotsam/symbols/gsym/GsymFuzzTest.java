package dev.flotsam.symbols.gsym;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.flotsam.symbols.binary.MalformedBinaryException;
import java.nio.ByteBuffer;

/** Any bytes are refused when opened or answer every address. Seeds and fuzzing as in {@code DsymFuzzTest}. */
class GsymFuzzTest {
    @FuzzTest(maxDuration = "5m")
    void anyFileIsRefusedOrAnswers(byte[] bytes) {
        Gsym gsym;
        try {
            gsym = Gsym.open(ByteBuffer.wrap(bytes));
        } catch (MalformedBinaryException e) {
            return;
        }
        for (long offset = 0; offset < 0x200; offset += 3) {
            assertThat(gsym.lookup(offset).outcome()).isNotEmpty();
        }
    }
}
