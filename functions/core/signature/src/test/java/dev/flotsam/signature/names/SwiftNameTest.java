package dev.flotsam.signature.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwiftNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "closure #1 in Feed.reload() | Feed.reload()",
                "closure #1 (Int) -> () in closure #2 in Feed.reload(_:) | Feed.reload(_:)",
                "implicit closure #3 () throws -> Int in static Feed.load() | Feed.load()",
                "specialized closure #1 in Feed.reload() | Feed.reload()",
                "partial apply forwarder for closure #1 in Feed.reload() | Feed.reload()",
                "partial apply for specialized Feed.reload() | Feed.reload()",
                "@objc Feed.viewDidLoad() | Feed.viewDidLoad()",
                "(2) suspend resume partial function for closure #1 in Feed.load() | Feed.load()",
                "(1) await resume partial function for Feed.load() | Feed.load()",
                "generic specialization <Swift.Int> of Feed.map(A) -> B | Feed.map(A) -> B",
                "function signature specialization <Arg[0] = Dead> of Feed.map() | Feed.map()",
                "$defer #1 () in Feed.close() | Feed.close()",
                "inner #1 (x: Int) -> () in Feed.load() | Feed.load.inner",
                "default argument 0 of Feed.load(limit:) | Feed.load(limit:)",
                "merged Feed.load() | Feed.load()",
                "Feed.load() | Feed.load()",
                "walk in the park | walk in the park"
            })
    void findsTheFunctionInWhatTheCompilerWrapped(String wrapped, String function) {
        assertThat(SwiftName.unwrapped(wrapped)).isEqualTo(function);
    }

    @Test
    void onlySoManyWrappersAreTakenOff() {
        String deep = "specialized ".repeat(SwiftName.MOST_WRAPPERS + 3) + "f";

        assertThat(SwiftName.unwrapped(deep)).isEqualTo("specialized ".repeat(3) + "f");
    }
}
