package dev.flotsam.signature;

import java.util.List;

/**
 * The frame lists. Each built-in resource is read by its own constant name, so that a native image can hold it.
 *
 * @param sentinels frames that end the handling of a failure
 * @param irrelevant frames that say nothing about the bug
 * @param prefixes frames that need the next one to mean something
 * @param entryPoints frames every stack begins with
 * @param thunks frames that only forward a call
 * @param placeholders names that are none
 * @param runtimeFunctions functions of language runtimes
 * @param systemModules Darwin's images and runtimes that apps bundle
 * @param systemLibraries images of other systems
 */
record FrameLists(
        FrameList sentinels,
        FrameList irrelevant,
        FrameList prefixes,
        FrameList entryPoints,
        FrameList thunks,
        FrameList placeholders,
        FrameList runtimeFunctions,
        FrameList systemModules,
        FrameList systemLibraries) {

    static FrameLists builtIn() {
        return new FrameLists(
                FrameList.read("sentinels", FrameLists.class.getResourceAsStream("sentinels.txt")),
                FrameList.read("irrelevant", FrameLists.class.getResourceAsStream("irrelevant.txt")),
                FrameList.read("prefixes", FrameLists.class.getResourceAsStream("prefixes.txt")),
                FrameList.read("entry-points", FrameLists.class.getResourceAsStream("entry-points.txt")),
                FrameList.read("thunks", FrameLists.class.getResourceAsStream("thunks.txt")),
                FrameList.read("placeholders", FrameLists.class.getResourceAsStream("placeholders.txt")),
                FrameList.read("runtime-functions", FrameLists.class.getResourceAsStream("runtime-functions.txt")),
                FrameList.read("system-modules", FrameLists.class.getResourceAsStream("system-modules.txt")),
                FrameList.read("system-libraries", FrameLists.class.getResourceAsStream("system-libraries.txt")));
    }

    List<FrameList> all() {
        return List.of(
                sentinels,
                irrelevant,
                prefixes,
                entryPoints,
                thunks,
                placeholders,
                runtimeFunctions,
                systemModules,
                systemLibraries);
    }

    /** These lists with one of them replaced by the list of the same name. */
    FrameLists replacing(FrameList list) {
        if (all().stream().noneMatch(known -> known.name().equals(list.name()))) {
            throw new IllegalArgumentException("no frame list is called \"%s\"; known are %s"
                    .formatted(
                            list.name(),
                            String.join(
                                    ", ", all().stream().map(FrameList::name).toList())));
        }
        return new FrameLists(
                pick(sentinels, list),
                pick(irrelevant, list),
                pick(prefixes, list),
                pick(entryPoints, list),
                pick(thunks, list),
                pick(placeholders, list),
                pick(runtimeFunctions, list),
                pick(systemModules, list),
                pick(systemLibraries, list));
    }

    private static FrameList pick(FrameList mine, FrameList other) {
        return mine.name().equals(other.name()) ? other : mine;
    }
}
