package dev.flotsam.signature;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes docs/signature-rules.md from the rules and lists themselves. */
final class SignatureRulesPage {
    private static final String HEAD = """
            # Signature rules

            Generated from `functions/core/signature`; don't edit. After a change of a rule or list run
            `./mvnw -pl functions/core/signature -am test -Dflotsam.update` and commit the difference.

            Ruleset version: `{version}`. A stack runs through these rules in this order. Each change a rule makes leaves a
            note (rule, before, after), which `flotsam explain`, the dry run and the API show.

            | # | rule | what it does |
            |---|---|---|
            """;
    private static final String LISTS = """

            ## Frame lists

            One pattern a line; `*` at a pattern's start, end or both leaves that side open; `image!pattern` holds for
            one image only. Names are compared after the name rules ran, except placeholders and thunks, which are
            compared before names are simplified, and system modules, which are image names.
            """;

    private SignatureRulesPage() {}

    static String markdown() {
        StringBuilder page = new StringBuilder(HEAD.replace("{version}", Ruleset.BUILT_IN_VERSION));
        int number = 1;
        for (Rule rule : Pipeline.of(FrameLists.builtIn(), name -> name)) {
            page.append("| %d | `%s` | %s |\n"
                    .formatted(number++, rule.name(), rule.about().replace("|", "\\|")));
        }
        page.append(LISTS);
        for (FrameList list : FrameLists.builtIn().all()) {
            page.append("\n### ").append(list.name()).append("\n\n```\n");
            page.append(text(list.name() + ".txt").strip()).append("\n```\n");
        }
        return page.toString();
    }

    private static String text(String resource) {
        try (InputStream in = FrameLists.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
