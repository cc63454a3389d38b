package dev.flotsam.bench.grouping;

import dev.flotsam.signature.Ruleset;
import dev.flotsam.signature.Signer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The methods measured side by side. */
final class Methods {
    /** What an equal signature adds to a cluster's likeness. */
    static final double SAME_SIGNATURE = 0.1;

    /** Likeness from which a suggestion counts as accepted. */
    static final double ACCEPTED = 0.5;

    static final double REBUCKET_ACCEPTED = 0.6;
    static final double TRACESIM_ACCEPTED = 0.5;

    private Methods() {}

    /** Fresh methods by name, ours last. */
    static Map<String, Supplier<GroupingMethod>> all(UnaryOperator<String> demangler) {
        Signer signer = new Signer(Ruleset.builtIn(), demangler);
        Map<String, Supplier<GroupingMethod>> methods = new LinkedHashMap<>();
        methods.put("top-1", () -> KeyMethod.ofTopFrames(1));
        methods.put("top-3", () -> KeyMethod.ofTopFrames(3));
        methods.put("all-frames", () -> KeyMethod.ofTopFrames(Integer.MAX_VALUE));
        methods.put("rebucket", () -> new NearestMethod(new ReBucket(), REBUCKET_ACCEPTED));
        methods.put("tracesim", () -> new NearestMethod(new TraceSim(), TRACESIM_ACCEPTED));
        methods.put(
                "flotsam-signature",
                () -> new KeyMethod(
                        stack -> signer.sign(stack.stack()).signature().id()));
        methods.put("flotsam", () -> new FlotsamMethod(signer, SAME_SIGNATURE, ACCEPTED));
        return methods;
    }
}
