package dev.flotsam.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TemplateReaderTest {
    private static final String TEMPLATE = """
            AWSTemplateFormatVersion: '2010-09-09'
            Transform: AWS::Serverless-2016-10-31
            Parameters:
              Stage: {Type: String, Default: prod}
              Runtime: {Type: String, Default: java25}
              Retention: {Type: Number, Default: 90}
            Mappings:
              Sizes: {prod: {Memory: 512}, test: {Memory: 256}}
            Conditions:
              IsProd: !Equals [!Ref Stage, prod]
              IsTest: !Not [Condition: IsProd]
              Both: !And [{Condition: IsProd}, {Condition: IsTest}]
              Either: !Or [{Condition: IsProd}, {Condition: IsTest}]
            Globals:
              Function:
                Runtime: !Ref Runtime
                Timeout: 30
                Environment:
                  Variables: {BUCKET: !Ref UploadBucket, SHARED: global}
            Resources:
              UploadBucket:
                Type: AWS::S3::Bucket
                DeletionPolicy: Retain
              Items:
                Type: AWS::DynamoDB::Table
                Properties:
                  BillingMode: PAY_PER_REQUEST
                  AttributeDefinitions:
                    - {AttributeName: id, AttributeType: S}
                    - {AttributeName: state, AttributeType: S}
                  KeySchema: [{AttributeName: id, KeyType: HASH}]
                  GlobalSecondaryIndexes:
                    - IndexName: by-state
                      KeySchema: [{AttributeName: state, KeyType: HASH}]
                      Projection: {ProjectionType: KEYS_ONLY}
                  StreamSpecification: {StreamViewType: NEW_AND_OLD_IMAGES}
                  TimeToLiveSpecification: {AttributeName: expires, Enabled: true}
              OnlyInTest:
                Type: AWS::DynamoDB::Table
                Condition: IsTest
                Properties:
                  AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
                  KeySchema: [{AttributeName: id, KeyType: HASH}]
              FailedUploads:
                Type: AWS::SQS::Queue
              Secret:
                Type: AWS::SSM::Parameter
                Properties: {Name: !Sub '/${AWS::StackName}/${Stage}/secret', Type: String, Value: unset}
              Alarm:
                Type: AWS::CloudWatch::Alarm
                Properties: {Threshold: {'Fn::Unknown': 1}}
              ParseThings:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: functions/parse-things/target/function.zip
                  Handler: !If [IsProd, a.Handler, b.Handler]
                  MemorySize: !FindInMap [Sizes, !Ref Stage, Memory]
                  ReservedConcurrentExecutions: 7
                  Policies: [{Statement: [{Resource: !Sub '${UploadBucket.Arn}/crashes/*'}]}]
                  Environment:
                    Variables:
                      TABLE: !Ref Items
                      SHARED: own
                      RETENTION: !Ref Retention
                      WHERE: !Sub ['${A}-${!Literal}-${Items.Arn}-${AWS::Region}', {A: !Join ['/', [x, !Ref Stage]]}]
                      PICKED: !Select [1, !Split [',', 'a,b,c']]
                      NOTHING: !If [IsTest, x, !Ref AWS::NoValue]
                      PARAMETER: !Ref Secret
                  EventInvokeConfig:
                    MaximumRetryAttempts: 1
                    DestinationConfig: {OnFailure: {Type: SQS, Destination: !GetAtt FailedUploads.Arn}}
                  Events:
                    Crashes:
                      Type: S3
                      Properties:
                        Bucket: !Ref UploadBucket
                        Events: s3:ObjectCreated:*
                        Filter: {S3Key: {Rules: [{Name: prefix, Value: crashes/}, {Name: suffix, Value: .ips}]}}
                    Nightly: {Type: ScheduleV2, Properties: {ScheduleExpression: cron(0 3 * * ? *)}}
                    Sweep: {Type: Schedule, Properties: {Schedule: rate(5 minutes)}}
              Absorb:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: lib/absorb.zip
                  Handler: c.Handler
                  Events:
                    Changes:
                      Type: DynamoDB
                      Properties:
                        Stream: !GetAtt Items.StreamArn
                        StartingPosition: TRIM_HORIZON
                        BatchSize: 500
                        MaximumBatchingWindowInSeconds: 2
                        TumblingWindowInSeconds: 60
                        BisectBatchOnFunctionError: true
                        FunctionResponseTypes: [ReportBatchItemFailures]
                        MaximumRetryAttempts: -1
                        FilterCriteria: {Filters: [{Pattern: '{"eventName":["INSERT"]}'}]}
                    All: {Type: HttpApi, Properties: {Path: '/{proxy+}', Method: ANY}}
            """;

    private final Template template = read(Map.of());

    @Test
    void aFunctionHasItsOwnPropertiesOverTheGlobalOnes() {
        LambdaFunction function = template.functions().getFirst();
        assertThat(function.name()).isEqualTo("parse-things");
        assertThat(function.logicalId()).isEqualTo("ParseThings");
        assertThat(function.zip()).isEqualTo(Path.of("/repo/functions/parse-things/target/function.zip"));
        assertThat(function.runtime()).isEqualTo("java25");
        assertThat(function.handler()).isEqualTo("a.Handler");
        assertThat(function.memory()).isEqualTo(512);
        assertThat(function.timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(function.concurrency()).isEqualTo(OptionalInt.of(7));
        assertThat(function.asyncRetries()).isEqualTo(new AsyncRetries(1, Optional.of("flotsam-failed-uploads")));
    }

    @Test
    void itsEnvironmentIsResolvedToLocalNames() {
        assertThat(template.functions().getFirst().environment())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "BUCKET", "flotsam-upload-bucket",
                        "SHARED", "own",
                        "TABLE", "flotsam-items",
                        "RETENTION", "90",
                        "WHERE",
                                "x/prod-${Literal}-arn:aws:dynamodb:us-east-1:000000000000:table/flotsam-items-us-east-1",
                        "PICKED", "b",
                        "PARAMETER", "/flotsam/prod/secret"));
    }

    @Test
    void anUploadTriggerMatchesByBucketPrefixSuffixAndEvent() {
        Trigger.Upload upload =
                (Trigger.Upload) template.functions().getFirst().triggers().getFirst();
        assertThat(upload.matches("flotsam-upload-bucket", "crashes/x.ips", "ObjectCreated:Put"))
                .isTrue();
        assertThat(upload.matches("flotsam-upload-bucket", "crashes/x.txt", "ObjectCreated:Put"))
                .isFalse();
        assertThat(upload.matches("flotsam-upload-bucket", "other/x.ips", "ObjectCreated:Put"))
                .isFalse();
        assertThat(upload.matches("another", "crashes/x.ips", "ObjectCreated:Put"))
                .isFalse();
        assertThat(upload.matches("flotsam-upload-bucket", "crashes/x.ips", "ObjectRemoved:Delete"))
                .isFalse();
    }

    @Test
    void aRateBecomesASchedule() {
        assertThat(template.functions().getFirst().triggers())
                .contains(new Trigger.Schedule("Sweep", Duration.ofMinutes(5)));
    }

    @Test
    void aStreamMappingKeepsEverySetting() {
        assertThat(template.functions().get(1).triggers())
                .containsExactly(
                        new Trigger.TableStream(
                                "flotsam-items",
                                true,
                                500,
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(60),
                                true,
                                true,
                                OptionalInt.empty(),
                                Optional.empty(),
                                List.of("{\"eventName\":[\"INSERT\"]}"),
                                Optional.empty()),
                        new Trigger.Route("ANY", "/{proxy+}"));
        assertThat(template.functions().get(1).servesHttp()).isTrue();
        assertThat(template.functions().get(1).name()).isEqualTo("Absorb");
        assertThat(template.functions().get(1).memory()).isEqualTo(128);
    }

    @Test
    void aTableBecomesWhatCreateTableWants() {
        Table table = template.tables().getFirst();
        assertThat(table.name()).isEqualTo("flotsam-items");
        assertThat(table.streamed()).isTrue();
        assertThat(table.expiryAttribute()).contains("expires");
        assertThat(table.definition())
                .containsEntry("TableName", "flotsam-items")
                .containsEntry("BillingMode", "PAY_PER_REQUEST")
                .containsKeys("AttributeDefinitions", "KeySchema", "GlobalSecondaryIndexes")
                .containsEntry(
                        "StreamSpecification", Map.of("StreamEnabled", true, "StreamViewType", "NEW_AND_OLD_IMAGES"));
    }

    @Test
    void conditionsDecideWhatIsThere() {
        assertThat(template.tables()).hasSize(1);
        Template test = read(Map.of("Stage", "test"));
        assertThat(test.tables()).hasSize(2);
        assertThat(test.functions().getFirst().handler()).isEqualTo("b.Handler");
        assertThat(test.functions().getFirst().memory()).isEqualTo(256);
        assertThat(test.functions().getFirst().environment()).containsEntry("NOTHING", "x");
    }

    @Test
    void bucketsParametersAndWhatIsNotServedAreListed() {
        assertThat(template.buckets()).containsExactly("flotsam-upload-bucket");
        assertThat(template.parameters()).containsExactly(Map.entry("/flotsam/prod/secret", "unset"));
        assertThat(template.notes())
                .containsExactly("parse-things is not started by its ScheduleV2 event Nightly here");
    }

    @Test
    void aReferenceToNothingIsAnErrorThatSaysWhere() {
        assertThatThrownBy(() -> read(TEMPLATE.replace("TABLE: !Ref Items", "TABLE: !Ref Itmes"), Map.of()))
                .isInstanceOf(TemplateException.class)
                .hasMessage(
                        "template: Resources.ParseThings.Properties.Environment.Variables.TABLE: nothing is called Itmes");
    }

    @Test
    void aParameterWithoutAValueIsAnErrorThatNamesIt() {
        assertThatThrownBy(() -> read("Parameters: {Key: {Type: String}}\nResources: {}", Map.of()))
                .hasMessage("template: Parameters: no value for Key");
    }

    @Test
    void brokenYamlIsAnErrorWithItsLine() {
        assertThatThrownBy(() -> read("Resources: {a: [}", Map.of()))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("line 1");
    }

    private static Template read(Map<String, String> parameters) {
        return read(TEMPLATE, parameters);
    }

    private static Template read(String yaml, Map<String, String> parameters) {
        return new TemplateReader(parameters).read(yaml, Path.of("/repo"));
    }
}
