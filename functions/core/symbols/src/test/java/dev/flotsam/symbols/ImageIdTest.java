package dev.flotsam.symbols;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class ImageIdTest {
    private static final UUID UUID_READ = UUID.fromString("8be9c8f1-0a0b-3c4d-9e5f-001122334455");

    @Test
    void reportsWriteUuidsWithAndWithoutDashesInEitherCase() {
        assertThat(ImageId.parseUuid("8BE9C8F1-0A0B-3C4D-9E5F-001122334455")).contains(UUID_READ);
        assertThat(ImageId.parseUuid(" 8be9c8f10a0b3c4d9e5f001122334455 ")).contains(UUID_READ);
    }

    @Test
    void whatIsNoUuidIsNone() {
        assertThat(ImageId.parseUuid("")).isEmpty();
        assertThat(ImageId.parseUuid("8be9c8f10a0b3c4d9e5f00112233445")).isEmpty();
        assertThat(ImageId.parseUuid("zbe9c8f10a0b3c4d9e5f001122334455")).isEmpty();
    }

    @Test
    void theKeyIsUpperCaseAsToolsPrintIt() {
        ImageId image = new ImageId(UUID_READ, new Arch("arm64e"));

        assertThat(image.key()).isEqualTo("8BE9C8F1-0A0B-3C4D-9E5F-001122334455/arm64e");
        assertThat(image.fileName()).isEqualTo("8BE9C8F1-0A0B-3C4D-9E5F-001122334455-arm64e.gsym");
    }
}
