package dev.flotsam.memory.session;

import dev.flotsam.memory.verdict.Ending;
import dev.flotsam.memory.verdict.Fact;
import java.util.List;

/**
 * What one rule concluded.
 *
 * @param rule its name
 * @param ending the class it decides for
 * @param confidence before deductions for what isn't known
 * @param sentence the finding
 * @param facts what it looked at
 * @param missing facts that a firmer verdict needs
 */
record Finding(String rule, Ending ending, double confidence, String sentence, List<Fact> facts, List<String> missing) {

    static Finding of(String rule, Ending ending, double confidence, String sentence, Fact... facts) {
        return new Finding(rule, ending, confidence, sentence, List.of(facts), List.of());
    }

    static Finding unknown(String rule, String sentence, List<String> missing, Fact... facts) {
        return new Finding(rule, Ending.UNKNOWN, 0, sentence, List.of(facts), missing);
    }
}
