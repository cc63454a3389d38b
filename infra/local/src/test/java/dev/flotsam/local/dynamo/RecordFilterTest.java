package dev.flotsam.local.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordFilterTest {
    private static final String EVENT = """
            {"eventName":"INSERT","n":5,"tags":["a","b"],
             "dynamodb":{"NewImage":{"pk":{"S":"ALERT#1"},"count":{"N":"7"}}},
             "userIdentity":{"principalId":"dynamodb.amazonaws.com"}}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'eventName':['INSERT']}|true",
                "{'eventName':['MODIFY','INSERT']}|true",
                "{'eventName':['MODIFY']}|false",
                "{'eventName':['INSERT'],'dynamodb':{'NewImage':{'pk':{'S':[{'prefix':'ALERT'}]}}}}|true",
                "{'eventName':['MODIFY'],'dynamodb':{'NewImage':{'pk':{'S':[{'prefix':'ALERT'}]}}}}|false",
                "{'dynamodb':{'NewImage':{'pk':{'S':[{'suffix':'#1'}]}}}}|true",
                "{'dynamodb':{'NewImage':{'pk':{'S':[{'anything-but':['ALERT#1']}]}}}}|false",
                "{'dynamodb':{'NewImage':{'pk':{'S':[{'anything-but':{'prefix':'META'}}]}}}}|true",
                "{'dynamodb':{'OldImage':[{'exists':false}]}}|true",
                "{'userIdentity':{'principalId':[{'exists':false}]}}|false",
                "{'userIdentity':{'type':[{'exists':false}]}}|true",
                "{'eventName':[{'equals-ignore-case':'insert'}]}|true",
                "{'n':[{'numeric':['>',4,'<=',5]}]}|true",
                "{'n':[{'numeric':['>',5]}]}|false",
                "{'n':[5.0]}|true",
                "{'tags':['b']}|true",
                "{'tags':['c']}|false",
                "{'$or':[{'n':[9]},{'eventName':['INSERT']}]}|true",
                "{'$or':[{'n':[9]},{'eventName':['REMOVE']}]}|false",
                "{}|true"
            })
    void aPatternPassesWhatItDescribes(String pattern, boolean passes) throws JsonProcessingException {
        RecordFilter filter = RecordFilter.of(List.of(pattern.replace('\'', '"')));
        assertThat(filter.passes(new JsonMapper().readTree(EVENT))).isEqualTo(passes);
    }

    @Test
    void onePatternOfSeveralIsEnough() throws JsonProcessingException {
        RecordFilter filter = RecordFilter.of(List.of("{\"n\":[1]}", "{\"n\":[5]}"));
        assertThat(filter.passes(new JsonMapper().readTree(EVENT))).isTrue();
    }

    @Test
    void anUnknownRuleIsAnError() throws JsonProcessingException {
        RecordFilter filter = RecordFilter.of(List.of("{\"n\":[{\"near\":5}]}"));
        var event = new JsonMapper().readTree(EVENT);
        assertThatThrownBy(() -> filter.passes(event)).hasMessageContaining("near");
    }
}
