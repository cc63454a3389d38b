package dev.flotsam.triage.decide;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A version as reports tell it, "5.2 (1042)": marketing version and build, compared number by number. Words in it, such
 * as "5.2-beta3", count by their numbers.
 *
 * @param marketing numbers of the marketing version
 * @param build numbers of the build, none if it is not told
 */
public record AppVersion(List<BigInteger> marketing, List<BigInteger> build) {
    private static final int MOST_NUMBERS = 8;

    public AppVersion {
        marketing = List.copyOf(marketing);
        build = List.copyOf(build);
    }

    /** Reads a version. */
    public static AppVersion of(String text) {
        int at = text.indexOf('(');
        return at < 0
                ? new AppVersion(numbers(text), List.of())
                : new AppVersion(numbers(text.substring(0, at)), numbers(text.substring(at)));
    }

    /** The newest of them; empty where none has a number. */
    static Optional<String> newest(Collection<String> versions) {
        return versions.stream()
                .filter(version -> !of(version).marketing().isEmpty())
                .reduce((a, b) -> of(b).isNewerThan(of(a)) ? b : a);
    }

    /** Of one marketing version, only builds that are both known tell. A version without a number is never newer. */
    public boolean isNewerThan(AppVersion other) {
        if (marketing.isEmpty() || other.marketing.isEmpty()) {
            return false;
        }
        int order = compare(marketing, other.marketing);
        if (order != 0) {
            return order > 0;
        }
        return !build.isEmpty() && !other.build.isEmpty() && compare(build, other.build) > 0;
    }

    /** A total order of version texts: marketing version, build, then the text itself; those without a number last. */
    public static int newestFirst(String a, String b) {
        AppVersion one = of(a);
        AppVersion other = of(b);
        int told = Boolean.compare(one.marketing.isEmpty(), other.marketing.isEmpty());
        int marketing = told != 0 ? told : compare(other.marketing, one.marketing);
        int build = marketing != 0 ? marketing : compare(other.build, one.build);
        return build != 0 ? build : a.compareTo(b);
    }

    private static int compare(List<BigInteger> a, List<BigInteger> b) {
        for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
            int order = number(a, i).compareTo(number(b, i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static BigInteger number(List<BigInteger> numbers, int index) {
        return index < numbers.size() ? numbers.get(index) : BigInteger.ZERO;
    }

    private static List<BigInteger> numbers(String text) {
        List<BigInteger> numbers = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length() && numbers.size() < MOST_NUMBERS; i++) {
            boolean digit = i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
            if (digit && start < 0) {
                start = i;
            } else if (!digit && start >= 0) {
                numbers.add(new BigInteger(text.substring(start, i)));
                start = -1;
            }
        }
        return numbers;
    }
}
