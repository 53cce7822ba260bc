package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.nt.NtStatus.STATUS_DEVICE_NOT_READY;
import static org.wskscope.engine.nt.NtStatus.STATUS_SUCCESS;
import static org.wskscope.engine.testkit.RecordMatchers.record;
import static org.wskscope.engine.testkit.RecordMatchers.violationFound;
import static org.wskscope.engine.testkit.RecordMatchers.waitEnded;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;
import static org.wskscope.engine.wsk.WskRegistration.WSK_INFINITE_WAIT;
import static org.wskscope.engine.wsk.WskRegistration.WSK_NO_WAIT;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.kernel.IrqlMode;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.kernel.WaitMode;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.PlayedByHand;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.BasicSocket;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.ControlType;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskClientDispatch;
import org.wskscope.engine.wsk.WskClientNpi;
import org.wskscope.engine.wsk.WskProvider;
import org.wskscope.engine.wsk.WskRegistration;
import org.wskscope.engine.wsk.WskVersion;

/** The WDK pages nf-wsk-wskcaptureprovidernpi and nf-wsk-wskderegister: what ends their waits, and what does not. */
@PlayedByHand("what ends a wait happens inside it, on the same thread")
class RegistrationWaitsByHandTest {
    private KernelBench bench = bench(KernelOptions.defaults().withIrqlMode(IrqlMode.PASSIVE, 1));

    private static KernelBench bench(KernelOptions options) {
        KernelBench opened = new KernelBench(options);
        opened.transport.runInsideWaits();
        return opened;
    }

    private WskRegistration register(String name) {
        return bench.wsk.register(
                new WskClientNpi(name, null, new WskClientDispatch(WskVersion.WSK_VERSION_1_0, null)));
    }

    private void meanwhile(Runnable action) {
        bench.transport.processor(0).execute(action);
    }

    private List<String> deadlocks() {
        return TraceAssert.records(bench.log, TraceRecord.DeadlockFound.class).stream()
                .map(TraceRecord.DeadlockFound::text)
                .toList();
    }

    private void assertWaitsEnded(NtStatus... statuses) {
        assertThat(TraceAssert.records(bench.log, TraceRecord.WaitEnded.class))
                .extracting(TraceRecord.WaitEnded::status)
                .containsExactly(statuses);
    }

    @Test
    @Tag("API-REG-05")
    void aWaitingCaptureGoesOnWhenTheProviderComesUp() {
        bench.wsk.setProviderReady(false);
        meanwhile(() -> bench.wsk.setProviderReady(true));

        NtStatus status =
                register("other").captureProviderNpi(WSK_INFINITE_WAIT).status();

        assertThat(status).isEqualTo(STATUS_SUCCESS);
        assertWaitsEnded(STATUS_SUCCESS);
        assertThat(deadlocks()).isEmpty();
    }

    @Test
    @Tag("API-REG-09")
    void deregistrationEndsAWaitingCaptureAtOnce() {
        bench.wsk.setProviderReady(false);
        WskRegistration other = register("other");
        meanwhile(other::deregister);

        NtStatus status = other.captureProviderNpi(WSK_INFINITE_WAIT).status();

        assertThat(status).isEqualTo(STATUS_DEVICE_NOT_READY);
        assertWaitsEnded(STATUS_SUCCESS, STATUS_SUCCESS);
        assertThat(deadlocks()).isEmpty();
    }

    @Test
    @Tag("API-REG-05")
    void aTimeoutLimitsTheWaitAndTheInfiniteOneDoesNot() {
        bench.wsk.setProviderReady(false);

        assertThat(register("patient").captureProviderNpi(WSK_INFINITE_WAIT).status())
                .isEqualTo(STATUS_DEVICE_NOT_READY);
        assertThat(register("hasty").captureProviderNpi(50).status()).isEqualTo(STATUS_DEVICE_NOT_READY);

        assertWaitsEnded(NtStatus.STATUS_POSSIBLE_DEADLOCK, NtStatus.STATUS_TIMEOUT);
        assertThat(deadlocks())
                .containsExactly("thread \"" + Thread.currentThread().getName()
                        + "\" waits for the provider; nothing is left that could end it");
    }

    @Test
    @Tag("API-REG-05")
    void aCaptureThatGivesUpLeavesTheOthersWaiting() {
        bench.wsk.setProviderReady(false);
        WskRegistration other = register("other");
        List<NtStatus> given = new ArrayList<>();
        meanwhile(() -> given.add(other.captureProviderNpi(1).status()));
        meanwhile(() -> {});

        meanwhile(() -> bench.wsk.setProviderReady(true));
        NtStatus status = other.captureProviderNpi(WSK_INFINITE_WAIT).status();

        assertThat(status).isEqualTo(STATUS_SUCCESS);
        assertWaitsEnded(NtStatus.STATUS_TIMEOUT, STATUS_SUCCESS);
        assertThat(given).containsExactly(STATUS_DEVICE_NOT_READY);
    }

    @Test
    @Tag("API-REG-10")
    void deregistrationReturnsWhenTheLastSocketCloses() {
        BasicSocket socket = bench.create(BasicSocket.class, SocketCategory.BASIC, null);
        bench.registration.releaseProviderNpi();
        meanwhile(() -> bench.close(socket, new ClientIrp()));

        bench.registration.deregister();

        assertWaitsEnded(STATUS_SUCCESS);
        TraceAssert.assertThat(bench.log)
                .containsInOrder(
                        record(TraceRecord.SocketClosed.class),
                        waitEnded(STATUS_SUCCESS),
                        record(TraceRecord.ClientDeregistered.class));
    }

    @Test
    @Tag("API-REG-08")
    @Tag("API-REG-10")
    void deregistrationThatNothingCanEndSaysSo() {
        bench.registration.deregister();

        assertWaitsEnded(NtStatus.STATUS_POSSIBLE_DEADLOCK);
        assertThat(deadlocks())
                .singleElement()
                .asString()
                .contains("waits for the end of registration \"test\"; nothing");
    }

    @Test
    @Tag("THR-13")
    @Tag("API-REG-10")
    void deregisteringInsideACallbackOfItsOwnSocketIsExplained() {
        bench = bench(KernelOptions.defaults().withWaitMode(WaitMode.FAITHFUL));
        deregisterInsideReceive(bench.registration);

        assertThat(deadlocks())
                .containsExactly("RCV(C1) waits for the end of registration \"test\"; the end of registration \"test\""
                        + " needs the return of RCV(C1); held by RCV(C1)");
    }

    @Test
    @Tag("THR-13")
    @Tag("API-REG-02")
    void theCallbacksOfOneClientDoNotHoldUpTheDeregistrationOfAnother() {
        bench = bench(KernelOptions.defaults().withWaitMode(WaitMode.FAITHFUL));
        WskRegistration other = register("other");
        WskProvider provider = other.captureProviderNpi(WSK_NO_WAIT).provider();
        provider.socket(KernelBench.parameters(SocketCategory.BASIC, null, null), new ClientIrp().irp());
        deregisterInsideReceive(other);

        assertThat(deadlocks())
                .containsExactly(
                        "RCV(C1) waits for the end of registration \"other\"; nothing is left that could end it");
    }

    private void deregisterInsideReceive(WskRegistration registration) {
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WSK_EVENT_RECEIVE);
        bench.client.onReceive.add((list, bytes, accepted) -> {
            registration.deregister();
            return STATUS_SUCCESS;
        });
        bench.peer().peerSends("A");
        bench.run();
    }

    @Test
    @Tag("API-REG-04")
    @Tag("API-REG-06")
    void whetherTheRangeOfVersionsIsKnownFollowsTheProviderAndTheRegistration() {
        WskRegistration other = register("other");
        assertThat(other.queryProviderCharacteristics().status()).isEqualTo(STATUS_SUCCESS);

        bench.wsk.setProviderReady(false);
        assertThat(other.queryProviderCharacteristics().status()).isEqualTo(STATUS_DEVICE_NOT_READY);
        bench.wsk.setProviderReady(true);
        other.deregister();

        assertThat(other.queryProviderCharacteristics().status()).isEqualTo(STATUS_DEVICE_NOT_READY);
    }

    @Test
    @Tag("API-REG-02")
    @Tag("API-REG-04")
    void theProviderGoesAwayForEveryRegistrationThereIs() {
        WskRegistration first = register("first");
        WskRegistration second = register("second");
        register("third");

        bench.wsk.setProviderReady(false);

        for (WskRegistration each : List.of(bench.registration, first, second)) {
            assertThat(each.captureProviderNpi(WSK_NO_WAIT).status()).isEqualTo(STATUS_DEVICE_NOT_READY);
        }
    }

    @Test
    @Tag("API-REG-08")
    @Tag("VIO-16")
    void aReleaseWithoutACaptureIsNotedAndTakesNothing() {
        WskRegistration other = register("other");

        other.releaseProviderNpi();
        TraceAssert.assertThat(bench.log).containsTimes(1, violationFound(Violation.CLIENT_FUNCTION_AFTER_RELEASE));
        other.captureProviderNpi(WSK_NO_WAIT);
        other.releaseProviderNpi();
        other.deregister();

        assertWaitsEnded(STATUS_SUCCESS);
        TraceAssert.assertThat(bench.log).containsTimes(1, violationFound(Violation.CLIENT_FUNCTION_AFTER_RELEASE));
    }

    /** Each function is called on this thread; afterwards another one can still use the registration. */
    @Test
    void noFunctionShutsOtherThreadsOut() throws Exception {
        register("gone").deregister();
        register("other");
        bench.wsk.setProviderReady(false);
        bench.registration.captureProviderNpi(1);
        bench.wsk.setProviderReady(true);
        bench.registration.queryProviderCharacteristics();
        ControlParameters mask = ControlParameters.eventCallback(EventMask.of(WSK_EVENT_RECEIVE));
        bench.provider.controlClient(
                new ControlParameters(
                        mask.requestType(),
                        ControlCode.WSK_SET_STATIC_EVENT_CALLBACKS,
                        0,
                        mask.inputSize(),
                        mask.inputBuffer(),
                        0,
                        null),
                null);
        bench.provider.controlClient(
                new ControlParameters(ControlType.WskIoctl, ControlCode.WSK_TDI_BEHAVIOR, 0, 4, 1, 0, null), null);
        bench.close(bench.create(BasicSocket.class, SocketCategory.BASIC, null), new ClientIrp());
        bench.registration.captureProviderNpi(WSK_NO_WAIT);
        bench.registration.releaseProviderNpi();

        NtStatus status = CompletableFuture.supplyAsync(
                        () -> bench.registration.captureProviderNpi(WSK_NO_WAIT).status())
                .get(10, TimeUnit.SECONDS);

        assertThat(status).isEqualTo(STATUS_SUCCESS);
    }
}
