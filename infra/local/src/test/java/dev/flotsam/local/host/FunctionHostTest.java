package dev.flotsam.local.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotsam.local.host.InvocationResult.Answered;
import dev.flotsam.local.host.InvocationResult.Cause;
import dev.flotsam.local.host.InvocationResult.Failed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class FunctionHostTest {
    @TempDir
    Path data;

    private final List<String> console = new CopyOnWriteArrayList<>();
    private FunctionHost host;
    private FunctionPool scripted;

    @BeforeEach
    void start() throws IOException {
        start(Duration.ofSeconds(60));
    }

    private void start(Duration timeout) throws IOException {
        Path zip = FunctionZip.of(ScriptedHandler.class, data.resolve("scripted/target/function.zip"));
        host = new FunctionHost(
                List.of(FunctionZip.scripted(zip, timeout)),
                data,
                Map.of("AWS_REGION", "us-east-1"),
                InstantSource.system(),
                console::add);
        scripted = host.function("scripted");
    }

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void anEventIsAnsweredByTheHandlerInItsOwnProcess() throws Exception {
        assertThat(answer("echo hi")).isEqualTo("\"hi\"");
        assertThat(scripted.pids())
                .hasSize(1)
                .doesNotContain(ProcessHandle.current().pid());
    }

    @Test
    void theProcessSeesTheTemplatesVariablesTheStacksAndNoneOfOurs() throws Exception {
        assertThat(answer("variable GREETING")).isEqualTo("\"hello\"");
        assertThat(answer("variable AWS_REGION")).isEqualTo("\"us-east-1\"");
        assertThat(answer("variable AWS_LAMBDA_FUNCTION_MEMORY_SIZE")).isEqualTo("\"128\"");
        assertThat(answer("variable HOME")).isEqualTo("\"null\"");
        assertThat(answer("name")).isEqualTo("\"scripted " + scripted.function().arn() + "\"");
    }

    @Test
    void theHeapIsThreeQuartersOfTheMemory() throws Exception {
        int megabytes = Integer.parseInt(answer("heap").replace("\"", ""));
        assertThat(megabytes).isLessThanOrEqualTo(96).isGreaterThan(80);
    }

    @Test
    void anExceptionIsAFailureAndTheProcessGoesOn() throws Exception {
        Failed failed = (Failed) invoke("fail on purpose");
        assertThat(failed.cause()).isEqualTo(Cause.HANDLER);
        assertThat(failed.type()).isEqualTo("java.lang.IllegalStateException");
        assertThat(failed.message()).isEqualTo("on purpose");
        List<Long> before = scripted.pids();
        assertThat(answer("echo still here")).isEqualTo("\"still here\"");
        assertThat(scripted.pids()).isEqualTo(before);
        assertThat(console).anyMatch(line -> line.startsWith("scripted: java.lang.IllegalStateException: on purpose"));
        assertThat(data.resolve("logs/scripted.log"))
                .content()
                .contains("START RequestId", "IllegalStateException", "REPORT");
    }

    @Test
    void aProcessThatEndsFailsItsEventAndIsReplaced() throws Exception {
        Failed failed = (Failed) invoke("exit");
        assertThat(failed.cause()).isEqualTo(Cause.EXIT);
        assertThat(failed.message()).contains("3");
        assertThat(answer("echo again")).isEqualTo("\"again\"");
    }

    @Test
    void aProcessKilledWhileItWaitsForWorkTakesNoEventWithIt() throws Exception {
        answer("echo first");
        for (int round = 0; round < 3; round++) {
            long pid = scripted.pids().getFirst();
            new ProcessBuilder("kill", "-9", String.valueOf(pid)).start().waitFor();
            awaitNoticed(pid);
            assertThat(answer("echo round " + round)).isEqualTo("\"round " + round + "\"");
            assertThat(scripted.pids()).hasSize(1).doesNotContain(pid);
        }
    }

    @Test
    void aProcessKilledInTheMiddleFailsItsEvent() throws Exception {
        Path mark = data.resolve("started");
        var running = CompletableFuture.supplyAsync(() -> invokeQuietly("hang " + mark));
        while (!Files.exists(mark)) {
            Thread.onSpinWait();
        }
        scripted.kill();
        assertThat(((Failed) running.join()).cause()).isEqualTo(Cause.EXIT);
        assertThat(answer("echo back")).isEqualTo("\"back\"");
    }

    @Test
    void anEventThatTakesLongerThanTheTemplateAllowsIsKilled() throws Exception {
        host.close();
        start(Duration.ofSeconds(1));
        scripted.warm();
        long pid = scripted.pids().getFirst();
        Failed failed = (Failed) invoke("hang " + data.resolve("started"));
        assertThat(failed.cause()).isEqualTo(Cause.TIMEOUT);
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(answer("echo back")).isEqualTo("\"back\"");
    }

    @Test
    void anAnswerAboveSixMegabytesIsAFailure() throws Exception {
        Failed failed = (Failed) invoke("large " + RuntimeApi.MAXIMUM_ANSWER);
        assertThat(failed.type()).isEqualTo("Function.ResponseSizeTooLarge");
        assertThat(invoke("large " + (RuntimeApi.MAXIMUM_ANSWER - 2))).isInstanceOf(Answered.class);
    }

    @Test
    void twoEventsAtOnceRunInTwoProcesses() throws Exception {
        Path mark = data.resolve("started");
        var running = CompletableFuture.supplyAsync(() -> invokeQuietly("hang " + mark));
        while (!Files.exists(mark)) {
            Thread.onSpinWait();
        }
        assertThat(answer("echo beside")).isEqualTo("\"beside\"");
        assertThat(scripted.pids()).hasSize(2);
        scripted.kill();
        running.join();
    }

    @Test
    void aHandlerThatCannotBeLoadedIsAStartFailureWithItsReason() throws Exception {
        host.close();
        Path zip = FunctionZip.of(FunctionHostTest.class, data.resolve("wrong/target/function.zip"));
        host = new FunctionHost(
                List.of(FunctionZip.scripted(zip, Duration.ofSeconds(5))),
                data,
                Map.of(),
                InstantSource.system(),
                console::add);
        scripted = host.function("scripted");
        Failed failed = (Failed) invoke("echo x");
        assertThat(failed.cause()).isEqualTo(Cause.START);
        assertThat(failed.type()).isEqualTo("java.lang.ClassNotFoundException");
    }

    @Test
    void aFunctionThatHasNotBeenBuiltIsNamed() {
        Path missing = data.resolve("scripted/target/missing.zip");
        assertThatThrownBy(() -> new FunctionHost(
                        List.of(FunctionZip.scripted(missing, Duration.ofSeconds(5))),
                        data,
                        Map.of(),
                        InstantSource.system(),
                        console::add))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("missing.zip")
                .hasMessageContaining("./mvnw");
    }

    @Test
    void anEarlierBuildIsForgotten() throws Exception {
        Path earlier = Files.createDirectories(data.resolve("cache/earlier/lib"));
        host.close();
        start(Duration.ofSeconds(60));
        assertThat(earlier.getParent()).doesNotExist();
        assertThat(answer("echo still")).isEqualTo("\"still\"");
    }

    @Test
    void closingEndsEveryProcess() throws Exception {
        answer("echo x");
        ProcessHandle process = ProcessHandle.of(scripted.pids().getFirst()).orElseThrow();
        host.close();
        process.onExit().join();
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void aStartIsTrainedOnceAndUsedAfterwards() throws Exception {
        host.trainStarts();
        try (var cached = Files.walk(data.resolve("cache"))) {
            assertThat(cached).anyMatch(file -> file.endsWith("start.aot"));
        }
        assertThat(answer("echo from the cache")).isEqualTo("\"from the cache\"");
        assertThat(data.resolve("logs/scripted.log")).content().doesNotContain("AOT");
    }

    /** An event handed over before the host has seen the process end may fail with it, as on Lambda. */
    private void awaitNoticed(long pid) throws InterruptedException {
        while (scripted.pids().contains(pid)) {
            Thread.sleep(5);
        }
    }

    private String answer(String event) throws InterruptedException {
        return new String(((Answered) invoke(event)).payload(), StandardCharsets.UTF_8);
    }

    private InvocationResult invoke(String event) throws InterruptedException {
        return scripted.invoke(("\"" + event + "\"").getBytes(StandardCharsets.UTF_8));
    }

    private InvocationResult invokeQuietly(String event) {
        try {
            return invoke(event);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
