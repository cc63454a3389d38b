package dev.flotsam.cli;

import dev.flotsam.symbols.demangle.Demangler;
import dev.flotsam.symbols.demangle.Style;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Names as people read them, a line out for each name or line in. */
@Command(name = "demangle", description = "Makes Swift, C++ and Rust names readable, one line each.")
final class DemangleCommand implements Callable<Integer> {
    @Option(
            names = "--style",
            paramLabel = "full|simplified|base",
            description = "how much of a name is wanted (default: full)",
            converter = StyleName.class)
    private Style style = Style.FULL;

    @Parameters(paramLabel = "NAME", description = "names; - or none for the lines of standard input")
    private List<String> names = List.of();

    DemangleCommand() {}

    @Override
    public Integer call() throws IOException {
        if (!names.isEmpty() && !names.equals(List.of("-"))) {
            names.forEach(this::print);
            return 0;
        }
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            print(line);
        }
        return 0;
    }

    private void print(String name) {
        System.out.println(Demangler.demangle(name, style));
    }

    /** Reads a style in lower case. */
    static final class StyleName implements ITypeConverter<Style> {
        StyleName() {}

        @Override
        public Style convert(String value) {
            return Style.valueOf(value.toUpperCase(Locale.ROOT));
        }
    }
}
