package dev.flotsam.signature;

import dev.flotsam.report.ParsedReport;
import dev.flotsam.signature.SignableStack.AppCode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Signs stacks under one ruleset. Immutable, safe for concurrent use, no I/O after construction. */
public final class Signer {
    private final Ruleset ruleset;
    private final String version;
    private final Origins origins;
    private final List<Rule> cleaning;
    private final List<Rule> choosing;

    /**
     * A signer.
     *
     * @param ruleset the words the rules go by
     * @param demangler mangled Swift or C++ name to a readable one, unchanged if it is none. The simplified style of
     *     Apple's reports (no modules, "closure #1 in") makes symbolicated stacks sign like reported ones
     */
    public Signer(Ruleset ruleset, UnaryOperator<String> demangler) {
        this.ruleset = ruleset;
        this.version = ruleset.version();
        this.origins =
                new Origins(ruleset.lists().systemModules(), ruleset.lists().systemLibraries());
        this.cleaning = Pipeline.cleaning(ruleset.lists(), demangler);
        this.choosing = Pipeline.choosing(ruleset.lists());
    }

    /** The version of the rules that every signature of this signer carries. */
    public String version() {
        return version;
    }

    /** Signs a report by the names it came with. */
    public SignedStack sign(ParsedReport report) {
        return sign(BlamedStack.of(report));
    }

    /** Signs a stack. */
    public SignedStack sign(SignableStack stack) {
        Notes notes = new Notes();
        Draft clean = run(cleaning, draftOf(stack), notes);
        Draft chosen = run(choosing, clean, notes);
        List<String> names = clean.frames().stream().map(DraftFrame::name).toList();
        boolean app = chosen.frames().stream().anyMatch(frame -> frame.origin() == Origin.APP);
        return new SignedStack(SignatureText.of(version, chosen), app, names, notes.written());
    }

    private static Draft run(List<Rule> rules, Draft draft, Notes notes) {
        Draft current = draft;
        for (Rule rule : rules) {
            current = rule.apply(current, notes);
        }
        return current;
    }

    /** Whose code a frame runs, by its binary and what the app's owner said. */
    public Origin origin(AppCode app, SignableFrame frame) {
        return origins.of(app, ruleset.rulesOf(app.id()), frame);
    }

    private Draft draftOf(SignableStack stack) {
        AppRules appRules = ruleset.rulesOf(stack.app().id());
        int count = Math.min(Limits.RAW_FRAMES, stack.frames().size());
        SignableStack bounded = stack.withFrames(stack.frames().subList(0, count));
        List<Origin> whose = origins.of(bounded, appRules);
        List<DraftFrame> frames = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            frames.add(DraftFrame.of(bounded.frames().get(i), whose.get(i)));
        }
        return new Draft(stack, appRules, "", frames, false);
    }
}
