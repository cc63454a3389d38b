package dev.flotsam.memory.session.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.memory.Reading;
import dev.flotsam.memory.Rejection;
import dev.flotsam.memory.session.ClientShape;
import dev.flotsam.memory.session.SessionRecord;
import dev.flotsam.report.json.JsonReader;
import dev.flotsam.report.json.JsonValue;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'is_active':true,'was_terminated':false,'vendor_id':'7B1C','system_boot_timestamp':'2023-08-18T06:00:00Z'}"
                        + "|system_boot_timestamp",
                "{'isForeground':true,'isTerminating':false,'bootTime':1690000000000000}|bootTime",
                "{'session_id':'S','os_uptime_seconds':86400.5}|os_uptime_seconds",
                "{'wasTerminated':false,'isActive':true,'isDebugging':false,'systemBootTime':7.5}|systemBootTime",
                "{'wasCleanExit':false,'wasDebuggerAttached':false,'bootTime':17}|bootTime",
                "{'prevAppVersion':'1','backgrounded':false,'prevBootTime':17}|prevBootTime",
                "{'flotsam':'session/1','boot_time':17}|boot_time",
            })
    void aRawBootTimeIsDroppedAtTheDoorAndNamed(String record, String key) {
        SessionRecord session = read(record);
        assertThat(session.dropped()).containsExactly(key);
        assertThat(session.toString()).doesNotContain("1690000000000000", "86400.5", "2023-08-18");
    }

    @Test
    void anIdentifierOfTheDeviceIsKeptOnlyHashed() {
        SessionRecord session = read("{'is_active':true,'was_terminated':false,'vendor_id':'7B1C-SECRET'}");
        assertThat(session.run().installation()).startsWith("h-").doesNotContain("SECRET");
        assertThat(session.toString()).doesNotContain("SECRET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'is_active':'true','was_terminated':false}",
                "{'is_active':true,'was_terminated':2}",
                "{'is_active':true,'was_terminated':false,'os_version':[]}",
                "{'isForeground':true,'isTerminating':false,'memoryFootprint':-1}",
                "{'isForeground':true,'isTerminating':false,'memoryFootprint':'many'}",
                "{'lastMemory':'a lot','memWarning':1}",
                "{'lastMemory':'1.5','memWarning':'one'}",
                "{'flotsam':'session/2'}",
                "{'flotsam':'session/1','record':'middle'}",
                "{'flotsam':'session/1','flags':true}",
                "{'flotsam':'session/1','started':'yesterday'}",
                "{'flotsam':'session/1','memory':{'pressure':'high'}}",
                "{'flotsam':'session/1','memory':{'series':[[1]]}}",
                "{'is_active':true,'was_terminated':false,'flotsam':{'sdk_starts':'two'}}",
            })
    void aMemberOfAnotherTypeRefusesTheRecordAndNamesIt(String record) {
        Rejection rejection = refused(record);
        assertThat(rejection.code()).isEqualTo("wrong-type");
        assertThat(rejection.where()).startsWith("$.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "7", "null", "{'memory':{}}", "{'processes':[]}"})
    void whatIsNoSessionIsRefused(String record) {
        assertThat(refused(record).code()).isEqualTo("not-a-session");
    }

    @Test
    void ourMembersBesideAClientsWin() {
        SessionRecord session = read(
                "{'isForeground':true,'isTerminating':false,'sessionId':'A','flotsam':{'run':'B','device':'iPhone15,2'}}");
        assertThat(session.shape()).isEqualTo(ClientShape.BUGSNAG);
        assertThat(session.run().id()).isEqualTo("B");
        assertThat(session.build().device()).isEqualTo("iPhone15,2");
    }

    @Test
    void megabytesOfResidentSizeBecomeBytes() {
        SessionRecord session = read("{'lastMemory':'1350.5','memWarning':0,'appState':1}");
        assertThat(session.memory().used()).contains(Math.round(1350.5 * (1 << 20)));
        assertThat(session.memory().resident()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"17.4|17.4|", "Version 11.4 (Build 15F79)|11.4|15F79", "18.0 (22A3354)|18.0|22A3354"})
    void systemVersionsAreReadAsTheyAreSpelled(String text, String version, String build) {
        SessionRecord session = read("{'isAppQuitByUser':false,'osVersion':'" + text + "'}");
        assertThat(session.build().osVersion()).isEqualTo(version);
        assertThat(session.build().osBuild()).isEqualTo(build == null ? "" : build);
    }

    @Test
    void longTextsAndLongSeriesAreBounded() {
        String samples = "[1,2],".repeat(ShapeLimits.MAX_SAMPLES + 10) + "[7,9]";
        SessionRecord session = read("{'flotsam':'session/1','scene':'" + "s".repeat(ShapeLimits.MAX_TEXT + 1)
                + "','memory':{'series':[" + samples + "]}}");
        assertThat(session.scene()).hasSize(ShapeLimits.MAX_TEXT);
        assertThat(session.memory().series()).hasSize(ShapeLimits.MAX_SAMPLES);
        assertThat(session.memory().series().getLast().bytes()).isEqualTo(9);
    }

    private static SessionRecord read(String record) {
        return switch (SessionReader.read(parse(record))) {
            case Reading.Read(SessionRecord session) -> session;
            case Reading.Refused(Rejection rejection) -> throw new AssertionError(rejection.toString());
        };
    }

    private static Rejection refused(String record) {
        return switch (SessionReader.read(parse(record))) {
            case Reading.Read(SessionRecord session) -> throw new AssertionError("read as " + session);
            case Reading.Refused(Rejection rejection) -> rejection;
        };
    }

    private static JsonValue parse(String record) {
        return new JsonReader(ShapeLimits.JSON)
                .read(record.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                .root();
    }
}
