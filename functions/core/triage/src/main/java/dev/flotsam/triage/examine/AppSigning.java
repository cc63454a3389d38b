package dev.flotsam.triage.examine;

import dev.flotsam.signature.Ruleset;
import dev.flotsam.signature.Signer;
import dev.flotsam.symbols.SymbolSource;
import dev.flotsam.symbols.demangle.ReadableNames;
import dev.flotsam.symbols.demangle.Style;

/**
 * What names and signs the stacks of an app.
 *
 * @param signer by the app's rules
 * @param symbolicator asks for symbols of what these rules take for the app's code
 */
record AppSigning(Signer signer, Symbolicator symbolicator) {

    static AppSigning by(Ruleset ruleset, SymbolSource symbols, ReadableNames names) {
        // Apple's own reports bring simplified names: the same style makes symbolicated stacks sign like reported ones.
        Signer signer = new Signer(ruleset, names.in(Style.SIMPLIFIED));
        return new AppSigning(signer, new Symbolicator(symbols, names, signer));
    }
}
