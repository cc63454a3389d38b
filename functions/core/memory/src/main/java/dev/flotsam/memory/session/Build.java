package dev.flotsam.memory.session;

import java.util.Objects;
import java.util.Optional;

/**
 * What ran, on what. Empty texts are unknown, and unknown compares with nothing.
 *
 * @param appId bundle identifier
 * @param version marketing version, or the client's only version text
 * @param build build number
 * @param imageUuid UUID of the main image, upper case
 * @param osVersion such as "17.4"
 * @param osBuild such as "21E219"
 * @param device model, such as "iPhone15,2"
 * @param host what kind of process it was
 */
public record Build(
        String appId,
        String version,
        String build,
        String imageUuid,
        String osVersion,
        String osBuild,
        String device,
        Host host) {
    public Build {
        Objects.requireNonNull(appId, "appId");
        Objects.requireNonNull(host, "host");
    }

    /** What hosted the code. */
    public enum Host {
        APP,
        EXTENSION,
        TEST,
        OTHER
    }

    /**
     * Whether the same app build ran, as far as both tell: one difference is enough, one equality too.
     *
     * @param spelledAlike both texts come from one client; different clients spell versions differently
     */
    public Optional<Boolean> sameApp(Build other, boolean spelledAlike) {
        return spelledAlike
                ? same(version, other.version, build, other.build, imageUuid, other.imageUuid)
                : same(build, other.build, imageUuid, other.imageUuid);
    }

    /** Whether the same system ran, as far as both tell. */
    public Optional<Boolean> sameOs(Build other) {
        return same(osVersion, other.osVersion, osBuild, other.osBuild);
    }

    private static Optional<Boolean> same(String... pairs) {
        Optional<Boolean> same = Optional.empty();
        for (int i = 0; i < pairs.length; i += 2) {
            boolean bothTell = !pairs[i].isEmpty() && !pairs[i + 1].isEmpty();
            if (bothTell && !pairs[i].equals(pairs[i + 1])) {
                return Optional.of(false);
            }
            if (bothTell) {
                same = Optional.of(true);
            }
        }
        return same;
    }

    /** These facts, and the other record's of the same run where these are silent. */
    Build or(Build other) {
        return new Build(
                or(appId, other.appId),
                or(version, other.version),
                or(build, other.build),
                or(imageUuid, other.imageUuid),
                or(osVersion, other.osVersion),
                or(osBuild, other.osBuild),
                or(device, other.device),
                host == Host.APP ? other.host : host);
    }

    private static String or(String text, String other) {
        return text.isEmpty() ? other : text;
    }
}
