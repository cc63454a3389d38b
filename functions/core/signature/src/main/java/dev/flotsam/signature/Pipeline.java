package dev.flotsam.signature;

import dev.flotsam.signature.names.BareName;
import dev.flotsam.signature.names.CName;
import dev.flotsam.signature.names.JavaName;
import dev.flotsam.signature.names.ObjcName;
import dev.flotsam.signature.names.RustName;
import dev.flotsam.signature.names.SwiftName;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The rules in the order they run. */
final class Pipeline {
    private Pipeline() {}

    static List<Rule> of(FrameLists lists, UnaryOperator<String> demangler) {
        return Stream.concat(cleaning(lists, demangler).stream(), choosing(lists).stream())
                .toList();
    }

    /** From a raw stack to one that can be compared with others. */
    static List<Rule> cleaning(FrameLists lists, UnaryOperator<String> demangler) {
        return List.of(
                new KindRule(),
                new UnnamedRule(lists.placeholders()),
                new NameRule(
                        "c-names",
                        "Suffixes of split and cloned functions (`.cold.1`, `.isra.0`), symbol versions and the C "
                                + "library's internal aliases go.",
                        CName::of),
                new NameRule("demangle", "Mangled Swift and C++ names become readable.", new Demangling(demangler)),
                new ThunkRule(lists.thunks()),
                new NameRule(
                        "objective-c-names",
                        "A block is the method or function it stands in; a class made by key-value observing is the "
                                + "class it was made from; categories stay.",
                        name -> ObjcName.isMethod(name)
                                ? ObjcName.method(name, demangler)
                                : ObjcName.withoutBlock(name)),
                new NameRule(
                        "swift-names",
                        "Closures, specialisations, partial applications and the parts of an async function are the "
                                + "function they belong to; a local function is named after its outer one.",
                        name -> ObjcName.isMethod(name) ? name : SwiftName.unwrapped(name)),
                new NameRule(
                        "bare-names",
                        "Arguments, return types, generic and template arguments, ABI tags and private discriminators "
                                + "go; unnamed namespaces and lambdas get one spelling.",
                        name -> ObjcName.isMethod(name) ? name : BareName.of(name)),
                new NameRule("java-names", "Numbers that compilers and class loaders give go.", JavaName::of),
                new NameRule("rust-names", "The hash at a name's end goes.", RustName::of),
                new ModuleRule(),
                new InlinedThunkRule(),
                new RuntimeRule(lists.runtimeFunctions()),
                new OwnerRule(),
                new SentinelRule(lists.sentinels()),
                new IrrelevantRule(lists.irrelevant()),
                new EntryPointRule(lists.entryPoints()),
                new RecursionRule(),
                new DepthRule(),
                new MethodSignRule());
    }

    /** From a clean stack to what is signed. */
    static List<Rule> choosing(FrameLists lists) {
        return List.of(new SelectionRule(lists.prefixes()), new WeakRule(), new ExtraKeysRule());
    }
}
