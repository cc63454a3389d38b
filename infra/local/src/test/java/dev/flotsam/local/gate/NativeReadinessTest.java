package dev.flotsam.local.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.local.gate.NativeRules.ResourceUse;
import java.io.IOException;
import java.io.Reader;
import java.lang.classfile.ClassFile;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing in core, aws or a function is out of a native image's sight. */
final class NativeReadinessTest {
    private static final List<String> FUNCTIONS =
            List.of("parse-crashes", "detect-fooms", "index-symbols", "dedupe-stacks", "notify-chat", "serve-triage");
    private static final List<String> LIBRARIES =
            List.of("core/report", "core/symbols", "core/signature", "core/memory", "core/triage", "aws");

    @Test
    void noClassReflectsLooksUpLoadsServicesOrSerializes() throws IOException {
        Set<String> violations = new TreeSet<>();
        for (String module : modules()) {
            List<NativeRules> classes = classesOf(module);
            assertThat(classes).as("classes of %s", module).isNotEmpty();
            classes.forEach(type -> violations.addAll(type.violations()));
        }
        assertThat(violations).isEmpty();
    }

    @Test
    void everyResourceIsWhereItsCodeLooksAndEveryFunctionTakesItIntoItsImage() throws IOException {
        List<String> missing = new ArrayList<>();
        int looked = 0;
        for (String module : modules()) {
            for (NativeRules type : classesOf(module)) {
                for (ResourceUse use : type.resources()) {
                    looked++;
                    missing.addAll(missing(module, use));
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(looked).as("resources looked at").isPositive();
    }

    @Test
    void theGateClosesOnEveryOffence() throws IOException {
        NativeRules planted = rules(Path.of("target/test-classes/dev/flotsam/local/gate/PlantedOffences.class"));
        assertThat(planted.violations())
                .anyMatch(text -> text.contains("java.lang.reflect.Constructor"))
                .anyMatch(text -> text.contains("java.lang.Class.forName"))
                .anyMatch(text -> text.contains("java.lang.Class.getDeclaredConstructor"))
                .anyMatch(text -> text.contains("MethodHandles$Lookup.findVirtual"))
                .anyMatch(text -> text.contains("java.util.ServiceLoader"))
                .anyMatch(text -> text.contains("java.io.ObjectInputStream"))
                .anyMatch(text -> text.contains("computed name in compute"));
        List<ResourceUse> literal = planted.resources().stream()
                .filter(use -> use.path().isPresent())
                .toList();
        assertThat(literal)
                .singleElement()
                .satisfies(use -> assertThat(missing("core/signature", use))
                        .contains("core/signature holds no dev/flotsam/local/gate/undeclared.txt")
                        .hasSize(1 + FUNCTIONS.size()));
    }

    /** Where a resource lacks: in its own module, or in the native image of a function. */
    private static List<String> missing(String module, ResourceUse use) throws IOException {
        List<String> missing = new ArrayList<>();
        String path = use.path().orElse("");
        if (path.isEmpty()) {
            return missing; // Its name is computed: refused by the other test.
        }
        if (!Files.exists(folder(module).resolve("target/classes").resolve(path))) {
            missing.add(module + " holds no " + path);
        }
        // A library is in every function's image, a function's own class in its own only.
        List<String> images = LIBRARIES.contains(module) ? FUNCTIONS : List.of(module);
        for (String function : images) {
            if (!isIncluded(function, path)) {
                missing.add(function + " does not list " + path + " in quarkus.native.resources.includes");
            }
        }
        return missing;
    }

    private static boolean isIncluded(String function, String path) throws IOException {
        Properties properties = new Properties();
        Path file = folder(function).resolve("src/main/resources/application.properties");
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return Stream.of(properties
                        .getProperty("quarkus.native.resources.includes", "")
                        .split(","))
                .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob.strip()))
                .anyMatch(matcher -> matcher.matches(Path.of(path)));
    }

    private static List<String> modules() {
        return Stream.concat(LIBRARIES.stream(), FUNCTIONS.stream()).toList();
    }

    private static List<NativeRules> classesOf(String module) throws IOException {
        List<NativeRules> classes = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder(module).resolve("target/classes"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                classes.add(rules(file));
            }
        }
        return classes;
    }

    private static NativeRules rules(Path file) throws IOException {
        return new NativeRules(ClassFile.of().parse(file));
    }

    private static Path folder(String module) {
        return Path.of("..", "..", "functions").resolve(module);
    }
}
