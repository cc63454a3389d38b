package dev.flotsam.signature;

/** One small step from a stack to a signature. Stateless, deterministic, linear in the draft's size. */
interface Rule {
    /** Stable name that notes and docs/signature-rules.md use. */
    String name();

    /** What it does and why, in a sentence or two for the documentation. */
    String about();

    /** The draft after this rule; every change leaves a note. */
    Draft apply(Draft draft, Notes notes);
}
