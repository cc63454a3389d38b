package dev.flotsam.signature;

import java.util.List;

/**
 * A signature in the making: what one rule hands to the next.
 *
 * @param stack what is being signed
 * @param rules what the app's owner added
 * @param kind family of the cause, empty until the rule that finds it ran
 * @param frames the frames still in play, innermost first
 * @param weak nothing in the stack was worth signing
 */
record Draft(SignableStack stack, AppRules rules, String kind, List<DraftFrame> frames, boolean weak) {
    Draft {
        frames = List.copyOf(frames);
    }

    Draft withKind(String found) {
        return new Draft(stack, rules, found, frames, weak);
    }

    Draft withFrames(List<DraftFrame> left) {
        return new Draft(stack, rules, kind, left, weak);
    }

    Draft asWeak(List<DraftFrame> instead) {
        return new Draft(stack, rules, kind, instead, true);
    }
}
