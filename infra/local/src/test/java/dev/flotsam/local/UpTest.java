package dev.flotsam.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotsam.local.template.Template;
import dev.flotsam.local.template.TemplateReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpTest {
    private static final Path ROOT = Path.of("/repo");

    @Test
    void withoutOptionsEverythingIsKeptBesideTheTemplate() {
        assertThat(UpArguments.parse(List.of(), ROOT))
                .isEqualTo(new UpArguments(ROOT, ROOT.resolve(".flotsam"), false, false, 7070, false));
    }

    @Test
    void everyOptionIsRead() {
        assertThat(UpArguments.parse(List.of("--data", "d", "--fresh", "--empty", "--port", "0", "--help"), ROOT))
                .isEqualTo(new UpArguments(ROOT, Path.of("d"), true, true, 0, true));
    }

    @Test
    void aWrongOptionIsNamed() {
        assertThatThrownBy(() -> UpArguments.parse(List.of("--loud"), ROOT)).hasMessageContaining("--loud");
        assertThatThrownBy(() -> UpArguments.parse(List.of("--port", "x"), ROOT))
                .hasMessageContaining("x");
        assertThatThrownBy(() -> UpArguments.parse(List.of("--port", "65533"), ROOT))
                .hasMessageContaining("65533");
        assertThatThrownBy(() -> UpArguments.parse(List.of("--data"), ROOT)).hasMessageContaining("--data");
    }

    @Test
    void samplesGoUnderThePrefixOfTheirFunctionAndLambdaEventsStayBehind(@TempDir Path folder) throws Exception {
        Path template = Files.writeString(folder.resolve("template.yaml"), """
                Resources:
                  Uploads: {Type: AWS::S3::Bucket}
                  Parse:
                    Type: AWS::Serverless::Function
                    Properties:
                      CodeUri: functions/parse/target/function.zip
                      Handler: a.B
                      Runtime: java25
                      Events:
                        Upload:
                          Type: S3
                          Properties:
                            Bucket: !Ref Uploads
                            Events: s3:ObjectCreated:*
                            Filter: {S3Key: {Rules: [{Name: prefix, Value: crashes/}]}}
                """);
        Path events = Files.createDirectories(folder.resolve("events/parse"));
        Files.writeString(events.resolve("a.ips"), "report");
        Files.writeString(events.resolve("metrics.json"), "{\"payload\":1}");
        Files.writeString(events.resolve("s3-put.json"), "{\"Records\":[]}");
        Files.createDirectories(folder.resolve("events/another"));
        Template read = new TemplateReader(Map.of()).read(template);
        assertThat(Samples.of(read, folder.resolve("events")).keySet())
                .containsExactly("crashes/samples/a.ips", "crashes/samples/metrics.json");
    }

    @Test
    void aFreshStartForgetsEverythingButTheUnpackedFunctions(@TempDir Path folder) throws Exception {
        DataFolder data = DataFolder.open(folder.resolve("data"));
        for (Path kept : List.of(data.root().resolve("cache/x"), data.objects().resolve("bucket"), data.failed())) {
            Files.createDirectories(kept);
        }
        Files.writeString(data.root().resolve(Endpoints.FILE), "{}");
        assertThat(data.isNew()).isFalse();
        data.clear();
        assertThat(data.isNew()).isTrue();
        assertThat(data.root()).isDirectoryNotContaining(entry -> !entry.endsWith("cache"));
    }
}
