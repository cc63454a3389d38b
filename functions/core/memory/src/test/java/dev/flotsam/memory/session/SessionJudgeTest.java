package dev.flotsam.memory.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.memory.Reading;
import dev.flotsam.memory.session.shape.SessionReader;
import dev.flotsam.memory.verdict.FiredRule;
import dev.flotsam.memory.verdict.OtherAnswer;
import dev.flotsam.memory.verdict.Verdict;
import dev.flotsam.report.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case of the table gets its class, by the rule it names. */
class SessionJudgeTest {

    static List<SessionCase> cases() {
        return SessionCases.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theCaseGetsItsClassByItsRule(SessionCase given) {
        Verdict verdict = judge(given);
        assertThat(verdict.ending().wireName()).isEqualTo(given.expected());
        assertThat(verdict.rules()).extracting(FiredRule::rule).containsExactly(given.rule());
        given.missing()
                .ifPresent(fact -> assertThat(verdict.missing())
                        .anySatisfy(missing -> assertThat(missing).startsWith(fact)));
        assertThat(verdict.overturnedBy()).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void otherClientsAnswerAsTheirSourcesSay(SessionCase given) {
        Map<String, String> answers =
                judge(given).others().stream().collect(Collectors.toMap(OtherAnswer::client, OtherAnswer::answer));
        assertThat(answers).containsAllEntriesOf(given.others());
    }

    private static Verdict judge(SessionCase given) {
        KnownLimits known =
                build -> given.limit().isPresent() ? Optional.of(given.limit().getAsLong()) : Optional.empty();
        return new SessionJudge(known).judge(read(given.record()), given.next().map(SessionJudgeTest::read));
    }

    private static SessionRecord read(JsonValue record) {
        return switch (SessionReader.read(record)) {
            case Reading.Read(SessionRecord session) -> session;
            case Reading.Refused(var rejection) -> throw new AssertionError(rejection.toString());
        };
    }
}
