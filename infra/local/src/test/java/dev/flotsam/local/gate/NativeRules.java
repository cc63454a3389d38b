package dev.flotsam.local.gate;

import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Judges one class file by what it refers to: a native image holds only what it can see being used. */
final class NativeRules {
    private static final String REFLECTION = "java/lang/reflect/";
    private static final Set<String> REFUSED_TYPES = Set.of(
            "java/util/ServiceLoader",
            "java/io/ObjectInputStream",
            "java/io/ObjectOutputStream",
            "java/io/Externalizable");
    private static final Set<String> REFUSED_ON_CLASS = Set.of("forName", "newInstance", "getEnumConstants");
    private static final Set<String> LOOKS_MEMBERS_UP =
            Set.of("getMethod", "getField", "getConstructor", "getDeclared", "getRecordComponents");

    private final ClassModel model;
    private final String name;

    NativeRules(ClassModel model) {
        this.model = model;
        this.name = model.thisClass().asInternalName();
    }

    /** What it does that a native image would miss, in words. */
    Set<String> violations() {
        Set<String> found = new TreeSet<>();
        for (PoolEntry entry : model.constantPool()) {
            if (entry instanceof ClassEntry type) {
                judgeType(type.asInternalName()).ifPresent(what -> found.add(name + ": " + what));
            }
            if (entry instanceof MemberRefEntry member) {
                judgeMember(member.owner().asInternalName(), member.name().stringValue())
                        .ifPresent(what -> found.add(name + ": " + what));
            }
        }
        for (ResourceUse use : resources()) {
            if (use.path().isEmpty()) {
                found.add(name + ": looks a resource up by a computed name in " + use.method());
            }
        }
        return found;
    }

    /** Where it looks resources up. */
    List<ResourceUse> resources() {
        List<ResourceUse> uses = new ArrayList<>();
        for (MethodModel method : model.methods()) {
            method.code().ifPresent(code -> resources(method.methodName().stringValue(), code, uses));
        }
        return uses;
    }

    private void resources(String method, CodeModel code, List<ResourceUse> uses) {
        Optional<String> text = Optional.empty();
        String folder = folderOf(name);
        for (CodeElement element : code) {
            switch (element) {
                case InvokeInstruction call
                when isResourceLookUp(call) -> {
                    boolean relative = call.owner().asInternalName().equals("java/lang/Class");
                    String base = folder;
                    uses.add(new ResourceUse(name, method, text.map(path -> relative ? resolve(base, path) : path)));
                    text = Optional.empty();
                }
                case ConstantInstruction.LoadConstantInstruction load -> {
                    text = load.constantValue() instanceof String literal ? Optional.of(literal) : Optional.empty();
                    if (load.constantValue() instanceof ClassDesc type && type.isClassOrInterface()) {
                        String descriptor = type.descriptorString();
                        folder = folderOf(descriptor.substring(1, descriptor.length() - 1));
                    }
                }
                case java.lang.classfile.Instruction ignored -> text = Optional.empty();
                default -> {}
            }
        }
    }

    private static Optional<String> judgeType(String type) {
        boolean refused = type.startsWith(REFLECTION) || REFUSED_TYPES.contains(type);
        return refused ? Optional.of("uses " + type.replace('/', '.')) : Optional.empty();
    }

    private static Optional<String> judgeMember(String owner, String member) {
        boolean refused =
                switch (owner) {
                    case "java/lang/Class" ->
                        REFUSED_ON_CLASS.contains(member)
                                || LOOKS_MEMBERS_UP.stream().anyMatch(member::startsWith);
                    case "java/lang/ClassLoader" -> member.equals("loadClass");
                    case "java/lang/invoke/MethodHandles$Lookup" ->
                        member.startsWith("find") || member.startsWith("unreflect");
                    default -> false;
                };
        return refused ? Optional.of("calls " + owner.replace('/', '.') + "." + member) : Optional.empty();
    }

    private static boolean isResourceLookUp(InvokeInstruction call) {
        String owner = call.owner().asInternalName();
        return call.name().stringValue().startsWith("getResource")
                && Set.of("java/lang/Class", "java/lang/ClassLoader", "java/lang/Module")
                        .contains(owner);
    }

    private static String resolve(String folder, String path) {
        return path.startsWith("/") ? path.substring(1) : folder + path;
    }

    private static String folderOf(String type) {
        return type.substring(0, type.lastIndexOf('/') + 1);
    }

    /**
     * A look-up of a resource.
     *
     * @param type who looks it up
     * @param method where
     * @param path the resource from the root of the class path; empty if its name is computed
     */
    record ResourceUse(String type, String method, Optional<String> path) {}
}
