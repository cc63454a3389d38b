package dev.flotsam.servetriage;

import static dev.flotsam.servetriage.Asked.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.flotsam.contracts.fake.FakeStoredRules;
import dev.flotsam.symbols.SymbolSource;
import dev.flotsam.triage.access.Role;
import dev.flotsam.triage.examine.Examiner;
import dev.flotsam.triage.rules.ManageRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class DryRunResourceTest {
    private static final String APP = "com.example.lighthouse";
    private static final String RULES = "{\"rules\": {\"prefix\": [\"TideModel.*\"]}}";

    private final Asked asked = new Asked();
    private final ManageRules manage = new ManageRules(new FakeStoredRules(), asked.triage.clock);

    @Test
    void rulesThatAreGivenSignOneDryRunAndAreNotKept() throws Exception {
        DryRunResource dryRun = dryRun(APP, Role.READ);
        assertThat(title(dryRun, "")).isEqualTo("abort | TideModel.solve");
        assertThat(title(dryRun, RULES)).isEqualTo("abort | TideModel.solve | TideView.refresh");
        assertThat(title(dryRun, "")).isEqualTo("abort | TideModel.solve");
        assertThat(manage.show(APP).revision()).isZero();
    }

    @Test
    void rulesThatAreWantedSignWhereItIsAskedForAndOnlyForKeysOfTheApp() throws Exception {
        manage.want(APP, 0, RULES.getBytes(StandardCharsets.UTF_8), "ada");
        assertThat(title(dryRun(APP, Role.READ), "pending")).endsWith("| TideView.refresh");
        assertThat(title(dryRun(APP, Role.READ), "")).endsWith("TideModel.solve");
        assertThat(title(dryRun("com.example.buoy", Role.READ), "pending")).endsWith("TideModel.solve");
    }

    @Test
    void whatIsWrongWithTheRulesOrTheUploadIsTold() {
        DryRunResource dryRun = dryRun(APP, Role.READ);
        assertThatThrownBy(() -> title(dryRun, "{\"rules\": {\"prefx\": []}}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("prefx");
        refused(413, () -> dryRun.dryRun(new byte[(4 << 20) + 1], "large", ""));
        refused(403, () -> title(dryRun(APP, Role.UPLOAD), ""));
    }

    private DryRunResource dryRun(String app, Role... roles) {
        return new DryRunResource(asked.viewer(app, roles), Examiner.withBuiltInRules(SymbolSource.EMPTY), manage);
    }

    private static String title(DryRunResource dryRun, String overrides) throws IOException {
        JsonNode record = new JsonMapper().readTree(dryRun.dryRun(sample(), "abort.ips", overrides));
        return record.at("/signature/title").asText();
    }

    private static byte[] sample() throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return Files.readAllBytes(folder.resolve("events/parse-crashes/abort.ips"));
    }
}
