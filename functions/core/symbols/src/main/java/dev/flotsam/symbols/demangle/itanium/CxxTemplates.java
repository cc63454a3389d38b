package dev.flotsam.symbols.demangle.itanium;

import java.util.List;

/** Template arguments and parameters, and packs of them. */
final class CxxTemplates {
    private CxxTemplates() {}

    record Arguments(List<CxxNode> list) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.angled(list);
        }
    }

    /** An argument preceded by its parameter's declaration, which is not written. */
    record QualifiedArgument(CxxNode argument) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.print(argument);
        }
    }

    /** {@code J…E}: the arguments one pack parameter takes. */
    record ArgumentPack(List<CxxNode> list) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.list(list);
        }
    }

    /** A reference to a pack parameter: while an expansion is written, its current element. */
    record ParameterPack(List<CxxNode> list) implements CxxNode {
        private CxxNode element(CxxWriter w) {
            if (w.packSize == CxxWriter.NO_PACK) {
                w.packSize = list.size();
                w.packIndex = 0;
            }
            return w.packIndex < list.size() ? list.get(w.packIndex) : null;
        }

        @Override
        public void left(CxxWriter w) {
            CxxNode element = element(w);
            if (element != null) {
                w.left(element);
            }
        }

        @Override
        public void right(CxxWriter w) {
            CxxNode element = element(w);
            if (element != null) {
                w.right(element);
            }
        }

        @Override
        public boolean hasRight(CxxWriter w) {
            CxxNode element = element(w);
            return element != null && element.hasRight(w);
        }

        @Override
        public boolean isArray(CxxWriter w) {
            CxxNode element = element(w);
            return element != null && element.isArray(w);
        }

        @Override
        public boolean isFunction(CxxWriter w) {
            CxxNode element = element(w);
            return element != null && element.isFunction(w);
        }

        @Override
        public CxxNode syntax(CxxWriter w) {
            CxxNode element = element(w);
            return element == null ? this : element.syntax(w);
        }
    }

    /** {@code pattern…}: the pattern once per element of the pack in it. */
    record Expansion(CxxNode pattern) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            int savedIndex = w.packIndex;
            int savedSize = w.packSize;
            w.packIndex = CxxWriter.NO_PACK;
            w.packSize = CxxWriter.NO_PACK;
            int start = w.out.length();
            w.print(pattern);
            if (w.packSize == CxxWriter.NO_PACK) {
                w.text("...");
            } else if (w.packSize == 0) {
                w.out.truncate(start);
            } else {
                for (int i = 1, size = w.packSize; i < size; i++) {
                    w.text(", ");
                    w.packIndex = i;
                    w.print(pattern);
                }
            }
            w.packIndex = savedIndex;
            w.packSize = savedSize;
        }
    }

    /** A reference to a template argument that comes later in the name: in a conversion operator's type. */
    static final class ForwardReference implements CxxNode {
        final int index;
        private CxxNode target;
        /** Ill-formed names can make the argument contain the reference. */
        private boolean busy;

        ForwardReference(int index) {
            this.index = index;
        }

        void resolve(CxxNode argument) {
            target = argument;
        }

        @Override
        public void left(CxxWriter w) {
            if (enter()) {
                w.left(target);
                busy = false;
            }
        }

        @Override
        public void right(CxxWriter w) {
            if (enter()) {
                w.right(target);
                busy = false;
            }
        }

        private boolean enter() {
            if (busy || target == null) {
                return false;
            }
            busy = true;
            return true;
        }

        private boolean leave(boolean answer) {
            busy = false;
            return answer;
        }

        @Override
        public boolean hasRight(CxxWriter w) {
            return enter() && leave(target.hasRight(w));
        }

        @Override
        public boolean isArray(CxxWriter w) {
            return enter() && leave(target.isArray(w));
        }

        @Override
        public boolean isFunction(CxxWriter w) {
            return enter() && leave(target.isFunction(w));
        }

        @Override
        public CxxNode syntax(CxxWriter w) {
            if (!enter()) {
                return this;
            }
            CxxNode syntax = target.syntax(w);
            busy = false;
            return syntax;
        }
    }

    /** An invented name of a lambda's template parameter: {@code $T}, {@code $N0}. */
    record InventedName(String prefix, int index) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.text(prefix);
            if (index > 0) {
                w.out.append(index - 1L);
            }
        }
    }

    /** {@code typename T}, {@code Concept T}: something before a name. */
    record TypeParameter(CxxNode constraint, CxxNode name) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            if (constraint == null) {
                w.text("typename ");
            } else {
                w.print(constraint);
                w.text(' ');
            }
        }

        @Override
        public void right(CxxWriter w) {
            w.print(name);
        }

        @Override
        public boolean hasRight(CxxWriter w) {
            return true;
        }
    }

    /** {@code int N} */
    record ValueParameter(CxxNode type, CxxNode name) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.left(type);
            w.text(type.hasRight(w) ? "" : " ");
        }

        @Override
        public void right(CxxWriter w) {
            w.print(name);
            w.right(type);
        }

        @Override
        public boolean hasRight(CxxWriter w) {
            return true;
        }
    }

    /** {@code template<typename T> typename TT} */
    record TemplateParameter(List<CxxNode> parameters, CxxNode name, CxxNode constraint) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.text("template");
            w.angled(parameters);
            w.text(" typename ");
        }

        @Override
        public void right(CxxWriter w) {
            w.print(name);
            if (constraint != null) {
                w.text(" requires ");
                w.print(constraint);
            }
        }

        @Override
        public boolean hasRight(CxxWriter w) {
            return true;
        }
    }

    /** {@code typename... T} */
    record PackParameter(CxxNode parameter) implements CxxNode {
        @Override
        public void left(CxxWriter w) {
            w.left(parameter);
            w.text("...");
        }

        @Override
        public void right(CxxWriter w) {
            w.right(parameter);
        }

        @Override
        public boolean hasRight(CxxWriter w) {
            return true;
        }
    }
}
