package dev.flotsam.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryFormatTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'bug_type':'298'}|JETSAM_EVENT",
                "{'memoryStatus':{},'processes':[]}|JETSAM_EVENT",
                "{'flotsam':'session/1'}|SESSION",
                "{'isForeground':true,'isTerminating':false}|SESSION",
                "{'singleMemory':'1'}|WARNING",
                "{'applicationExitMetrics':{}}|EXIT_METRICS",
                "{'stacks':[{'stack':[],'size':1}]}|ALLOCATIONS",
                "[{'stack':[],'size':1}]|ALLOCATIONS",
                "{'flotsam':'portrait/1'}|PORTRAIT",
                "{'nodes':[],'edges':[]}|PORTRAIT",
            })
    void aDocumentIsToldByItsMembers(String document, MemoryFormat format) {
        assertThat(MemoryFormat.recognise(Trees.of(document))).contains(format);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bplist00…|PROPERTY_LIST",
                "<?xml version='1.0'?><plist>|PROPERTY_LIST",
                "log Found VM Region: 1 to 2|REGION_SCAN",
                " {\"flotsam\" : \"portrait/1\"}|PORTRAIT",
                "{\"portrait\":1}|PORTRAIT",
            })
    void bytesAreToldByTheirBeginning(String beginning, MemoryFormat format) {
        assertThat(MemoryFormat.recognise(beginning.getBytes(StandardCharsets.UTF_8)))
                .contains(format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{'bug_type':'309'}", "{'threads':[],'usedImages':[]}", "7"})
    void otherDocumentsAreNotOurs(String document) {
        assertThat(MemoryFormat.recognise(Trees.of(document))).isEmpty();
    }

    @Test
    void otherBytesAreNotOurs() {
        assertThat(MemoryFormat.recognise(new byte[0])).isEmpty();
        assertThat(MemoryFormat.recognise("Incident Identifier: 1".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }
}
