package dev.flotsam.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SignatureRulesPageTest {

    @Test
    void theDocumentedRulesAreTheRulesThatRun() throws IOException {
        Path page = Repository.root().resolve("docs/signature-rules.md");
        if (System.getProperty("flotsam.update") != null) {
            Files.createDirectories(page.getParent());
            Files.writeString(page, SignatureRulesPage.markdown());
        }

        assertThat(page)
                .as("run the tests with -Dflotsam.update to write it")
                .hasContent(SignatureRulesPage.markdown());
    }
}
