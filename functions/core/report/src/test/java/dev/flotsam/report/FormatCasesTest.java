package dev.flotsam.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Made-up inputs, one folder a case: {@code <format>/<case>/input} reads as {@code expected.json}. */
final class FormatCasesTest {
    @TestFactory
    Stream<DynamicTest> everyCaseReadsAsExpected() throws IOException {
        Path folder = Goldens.folder();
        List<Path> inputs;
        try (Stream<Path> files = Files.walk(folder)) {
            inputs = files.filter(file -> file.getFileName().toString().equals("input"))
                    .sorted()
                    .toList();
        }
        return inputs.stream().map(input -> {
            String name = folder.relativize(input.getParent()).toString();
            return DynamicTest.dynamicTest(name, () -> {
                List<UploadedReport> reports = new ReportReader().read(Files.readAllBytes(input));
                Goldens.compare(name + "/expected.json", ReportJson.write(reports));
            });
        });
    }
}
