package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.projection.Explanations;
import org.wskscope.engine.projection.RuleBook;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.TestClient;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.PlayedByHand;
import org.wskscope.engine.trace.Hindrance;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.trace.WaitFor;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.WskFunction;
import org.wskscope.engine.wsk.WskRegistration;

/** What cannot end yet says for what it waits: which callback, which socket, which capture, with its record and rule. */
@PlayedByHand("the test breaks waits off that would never end")
class BlockedConformanceTest {
    private final KernelBench bench = new KernelBench();

    private TraceRecord.CallbackEntered entered() {
        List<TraceRecord.CallbackEntered> calls = TraceAssert.records(bench.log, TraceRecord.CallbackEntered.class);
        return calls.get(calls.size() - 1);
    }

    private TraceRecord.IrpPended pended(ClientIrp irp) {
        return TraceAssert.records(bench.log, TraceRecord.IrpPended.class).stream()
                .filter(record -> record.irp() == irp.irp().number())
                .findFirst()
                .orElseThrow();
    }

    private List<String> rules(TraceRecord record) {
        return new Explanations(RuleBook.load())
                .explain(bench.log, record.head().sequence())
                .ruleIds();
    }

    private TestClient.Held held(ConnectionSocket socket) {
        bench.enable(socket, WSK_EVENT_RECEIVE);
        TestClient.Held held = bench.client.holdNextReceive(socket);
        bench.peer().peerSends("A");
        bench.run();
        return held;
    }

    @Test
    @Tag("API-CLO-02")
    void aCloseNamesTheCallbackItWaitsFor() {
        ConnectionSocket socket = bench.connected();
        TestClient.Held held = held(socket);
        ClientIrp closing = new ClientIrp();

        bench.close(socket, closing);

        TraceRecord.IrpPended pended = pended(closing);
        assertThat(pended.hindrance())
                .isEqualTo(
                        Hindrance.by(Hindrance.Kind.CALLBACK, entered().head().sequence()));
        assertThat(rules(pended)).contains("API-CLO-02");
        held.release(NtStatus.STATUS_SUCCESS);
        bench.run();
        assertThat(closing.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    @Tag("CTL-ECB-09")
    void aDisableNamesTheCallbackItWaitsFor() {
        ConnectionSocket socket = bench.connected();
        TestClient.Held held = held(socket);
        ClientIrp disabling = new ClientIrp();

        bench.disable(socket, WSK_EVENT_RECEIVE, disabling.irp());

        TraceRecord.IrpPended pended = pended(disabling);
        assertThat(pended.hindrance().record()).isEqualTo(entered().head().sequence());
        assertThat(rules(pended)).contains("CTL-ECB-09");
        held.release(NtStatus.STATUS_SUCCESS);
        bench.run();
    }

    @Test
    @Tag("API-REG-10")
    void aDeregistrationNamesTheOldestOpenSocketAndCountsTheRest() {
        ConnectionSocket first = bench.connected();
        bench.connected();
        bench.wsk.endWaits();

        bench.registration.deregister();

        TraceRecord.WaitBegan began = waitFor(WaitFor.DEREGISTRATION);
        assertThat(began.hindrance().kind()).isEqualTo(Hindrance.Kind.SOCKET);
        assertThat(began.hindrance().socket()).isEqualTo(first.id().value());
        assertThat(bench.log.read(began.hindrance().record())).isInstanceOf(TraceRecord.SocketCreated.class);
        assertThat(began.hindrance().others()).as("a socket and a capture").isEqualTo(2);
        assertThat(rules(began)).contains("API-REG-10");
    }

    @Test
    @Tag("API-REG-08")
    void withoutSocketsItNamesTheCapture() {
        bench.wsk.endWaits();

        bench.registration.deregister();

        TraceRecord.WaitBegan began = waitFor(WaitFor.DEREGISTRATION);
        assertThat(began.hindrance().kind()).isEqualTo(Hindrance.Kind.CAPTURE);
        assertThat(bench.log.read(began.hindrance().record()))
                .isInstanceOfSatisfying(
                        TraceRecord.FunctionCalled.class,
                        call -> assertThat(call.function()).isEqualTo(WskFunction.WSK_CAPTURE_PROVIDER_NPI));
        assertThat(rules(began)).contains("API-REG-08");
    }

    @Test
    @Tag("API-REG-05")
    void aCaptureNamesTheProvider() {
        bench.wsk.setProviderReady(false);
        bench.wsk.endWaits();

        bench.registration.captureProviderNpi(1);

        TraceRecord.WaitBegan began = waitFor(WaitFor.PROVIDER);
        assertThat(began.hindrance().kind()).isEqualTo(Hindrance.Kind.PROVIDER);
        assertThat(rules(began)).contains("API-REG-05");
    }

    private TraceRecord.WaitBegan waitFor(WaitFor what) {
        return TraceAssert.records(bench.log, TraceRecord.WaitBegan.class).stream()
                .filter(record -> record.what() == what)
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Tag("API-REG-01")
    @Tag("API-REG-04")
    void registerCaptureReleaseAndDeregisterAreRecordedWithTheirAnswers() {
        WskRegistration other = bench.wsk.register(new org.wskscope.engine.wsk.WskClientNpi(
                "other",
                null,
                new org.wskscope.engine.wsk.WskClientDispatch(
                        org.wskscope.engine.wsk.WskVersion.WSK_VERSION_1_0, null)));
        bench.wsk.setProviderReady(false);
        other.captureProviderNpi(WskRegistration.WSK_NO_WAIT);
        bench.wsk.setProviderReady(true);
        other.captureProviderNpi(WskRegistration.WSK_NO_WAIT);
        other.releaseProviderNpi();
        other.deregister();

        Stream<String> answers = TraceAssert.records(bench.log, TraceRecord.FunctionReturned.class).stream()
                .map(record ->
                        record.function().functionName() + " " + record.status().shortName());
        assertThat(answers)
                .endsWith(
                        "WskRegister SUCCESS",
                        "WskCaptureProviderNPI DEVICE_NOT_READY",
                        "WskCaptureProviderNPI SUCCESS",
                        "WskReleaseProviderNPI SUCCESS",
                        "WskDeregister SUCCESS");
    }
}
