package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.testkit.RecordMatchers.record;
import static org.wskscope.engine.testkit.RecordMatchers.violationFound;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.projection.ScopeFold;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.WaitingThread;
import org.wskscope.engine.testkit.network.PlayedByHand;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.CapturedProvider;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.ControlType;
import org.wskscope.engine.wsk.OutputSizeReturned;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskClientDispatch;
import org.wskscope.engine.wsk.WskClientNpi;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskProvider;
import org.wskscope.engine.wsk.WskRegistration;
import org.wskscope.engine.wsk.WskSocketParameters;
import org.wskscope.engine.wsk.WskTransport;
import org.wskscope.engine.wsk.WskVersion;

/** The WDK pages nc-wsk-pfn_wsk_control_client, wsk-transport-list-query, wsk-transport-list-change and nf-wsk-wskderegister. */
@PlayedByHand("the test says when the list of transports changes")
class ControlClientConformanceTest {
    private final KernelBench bench = new KernelBench();

    private NtStatus control(int code, @Nullable Irp irp) {
        return bench.provider.controlClient(
                new ControlParameters(ControlType.WskIoctl, code, 0, 0, null, 0, null), irp);
    }

    private NtStatus control(int code, int input) {
        return bench.provider.controlClient(
                new ControlParameters(ControlType.WskIoctl, code, 0, Integer.BYTES, input, 0, null), null);
    }

    private NtStatus query(ByteBuffer output, OutputSizeReturned size) {
        return bench.provider.controlClient(
                ControlParameters.query(ControlCode.WSK_TRANSPORT_LIST_QUERY, output, size), null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BIG_ENDIAN", "LITTLE_ENDIAN"})
    @Tag("CTL-OPT-03")
    @Tag("CTL-OPT-04")
    void withoutRoomTheTransportListSaysHowMuchItNeedsAndThenFits(String order) {
        OutputSizeReturned size = new OutputSizeReturned();
        assertThat(query(ByteBuffer.allocate(0), size)).isEqualTo(NtStatus.STATUS_BUFFER_OVERFLOW);
        ByteBuffer tooSmall = ByteBuffer.allocate((int) size.get() - 1);
        assertThat(query(tooSmall, size)).isEqualTo(NtStatus.STATUS_BUFFER_OVERFLOW);
        ByteBuffer output = ByteBuffer.allocate((int) size.get());
        output.order(order.equals("BIG_ENDIAN") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);

        assertThat(query(output, size)).isEqualTo(NtStatus.STATUS_SUCCESS);

        assertThat(size.get()).isEqualTo(4L * WskTransport.SIZE);
        assertThat(output.position()).isZero();
        assertThat(WskTransport.readAll(output))
                .extracting(
                        WskTransport::version,
                        WskTransport::socketType,
                        WskTransport::protocol,
                        WskTransport::addressFamily)
                .containsExactlyInAnyOrder(
                        transport(WskSocketParameters.SOCK_STREAM, 6, WskSocketParameters.AF_INET),
                        transport(WskSocketParameters.SOCK_STREAM, 6, WskSocketParameters.AF_INET6),
                        transport(WskSocketParameters.SOCK_DGRAM, 17, WskSocketParameters.AF_INET),
                        transport(WskSocketParameters.SOCK_DGRAM, 17, WskSocketParameters.AF_INET6));
    }

    private static org.assertj.core.groups.Tuple transport(int type, int protocol, int family) {
        return org.assertj.core.groups.Tuple.tuple(WskVersion.WSK_VERSION_1_0, type, protocol, family);
    }

    @Test
    @Tag("CTL-OPT-03")
    void theTransportListTakesNoIrp() {
        ClientIrp irp = new ClientIrp();

        assertThat(control(ControlCode.WSK_TRANSPORT_LIST_QUERY, irp.irp()))
                .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(irp.completions()).isEqualTo(1);
    }

    @Test
    @Tag("THR-16")
    void aListChangeWaitsForTheNextChangeAndForNoEarlierOne() {
        bench.wsk.transportListChanged();
        ClientIrp first = new ClientIrp();
        ClientIrp second = new ClientIrp();
        assertThat(control(ControlCode.WSK_TRANSPORT_LIST_CHANGE, first.irp())).isEqualTo(NtStatus.STATUS_PENDING);
        assertThat(control(ControlCode.WSK_TRANSPORT_LIST_CHANGE, second.irp())).isEqualTo(NtStatus.STATUS_PENDING);
        assertThat(first.isCompleted()).isFalse();

        bench.wsk.transportListChanged();
        bench.wsk.transportListChanged();

        assertThat(first.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(first.pendingReturned()).isTrue();
        assertThat(second.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(TraceAssert.records(bench.log, TraceRecord.IrpCompleted.class))
                .extracting(TraceRecord.IrpCompleted::irp)
                .containsOnlyOnce(first.irp().number(), second.irp().number());
    }

    @Test
    void aListChangeMayBeSubmittedAgainInItsCompletionRoutine() {
        ClientIrp again = new ClientIrp();
        ClientIrp first = new ClientIrp().then(() -> control(ControlCode.WSK_TRANSPORT_LIST_CHANGE, again.irp()));
        control(ControlCode.WSK_TRANSPORT_LIST_CHANGE, first.irp());

        bench.wsk.transportListChanged();
        assertThat(again.isCompleted()).isFalse();
        bench.wsk.transportListChanged();

        assertThat(again.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    @Tag("API-IRP-10")
    void aListChangeNeedsAnIrp() {
        assertThat(control(ControlCode.WSK_TRANSPORT_LIST_CHANGE, null)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
    }

    @Test
    @Tag("API-IRP-11")
    void aListChangeCanBeCancelled() {
        ClientIrp irp = new ClientIrp();
        control(ControlCode.WSK_TRANSPORT_LIST_CHANGE, irp.irp());

        assertThat(irp.irp().cancel()).isTrue();
        bench.wsk.transportListChanged();

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        assertThat(irp.completions()).isEqualTo(1);
        ScopeFold fold = new ScopeFold(bench.log);
        fold.foldTo(bench.log.size());
        assertThat(fold.snapshot().totals().irpsPending()).isZero();
    }

    @Test
    @Tag("API-REG-13")
    @Tag("API-REG-10")
    void deregistrationCancelsWaitingListChangesAndThenReturns() throws Exception {
        ClientIrp irp = new ClientIrp();
        control(ControlCode.WSK_TRANSPORT_LIST_CHANGE, irp.irp());
        bench.registration.releaseProviderNpi();

        CompletableFuture.runAsync(bench.registration::deregister).get(20, TimeUnit.SECONDS);

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
    }

    @Test
    @Tag("API-REG-13")
    void aListChangeThatComesAfterDeregistrationBeganIsCancelledAtOnce() {
        WaitingThread deregistration = WaitingThread.inside(bench.registration::deregister);
        ClientIrp irp = new ClientIrp();

        control(ControlCode.WSK_TRANSPORT_LIST_CHANGE, irp.irp());

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        bench.registration.releaseProviderNpi();
        deregistration.returns();
    }

    @Test
    @Tag("API-REG-10")
    void deregistrationWaitsForAPendingLookUp() {
        bench.transport.addHost("server", "192.0.2.1");
        ClientIrp irp = new ClientIrp();
        bench.provider.getAddressInfo("server", null, 0, null, irp.irp());
        bench.registration.releaseProviderNpi();
        WaitingThread deregistration = WaitingThread.inside(bench.registration::deregister);

        bench.run();

        deregistration.returns();
        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        TraceAssert.assertThat(bench.log)
                .containsInOrder(record(TraceRecord.IrpCompleted.class), record(TraceRecord.ClientDeregistered.class));
    }

    @Test
    @Tag("API-REG-03")
    void aSecondDeregistrationIsNoted() {
        bench.registration.releaseProviderNpi();
        bench.registration.deregister();
        TraceAssert.assertThat(bench.log).containsNone(violationFound(Violation.CLIENT_FUNCTION_AFTER_RELEASE));

        bench.registration.deregister();

        TraceAssert.assertThat(bench.log).containsInOrder(violationFound(Violation.CLIENT_FUNCTION_AFTER_RELEASE));
    }

    @Test
    @Tag("API-REG-02")
    void registrationsDoNotKnowEachOther() {
        WskRegistration other = bench.wsk.register(npi(WskVersion.WSK_VERSION_1_0));
        ClientIrp irp = new ClientIrp();
        control(ControlCode.WSK_TRANSPORT_LIST_CHANGE, irp.irp());

        other.deregister();

        assertThat(irp.isCompleted()).isFalse();
        assertThat(bench.registration
                        .captureProviderNpi(WskRegistration.WSK_NO_WAIT)
                        .status())
                .isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    @Tag("API-REG-07")
    @Tag("API-REG-06")
    void aProviderOfAHigherMinorVersionServesClientsOfLowerOnes() {
        int offered = WskVersion.MAKE_WSK_VERSION(1, 3);
        KernelBench newer = new KernelBench(KernelOptions.defaults().withProviderVersion(offered));

        WskProvider provider = capture(newer, WskVersion.WSK_VERSION_1_0).provider();

        assertThat(provider).isNotNull();
        assertThat(provider.version()).isEqualTo(offered);
        assertThat(newer.enable(newer.connected(), WskEvent.WSK_EVENT_RECEIVE)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(capture(newer, WskVersion.MAKE_WSK_VERSION(1, 4)).status()).isEqualTo(NtStatus.STATUS_NOINTERFACE);
        assertThat(capture(newer, WskVersion.MAKE_WSK_VERSION(0, 9)).status()).isEqualTo(NtStatus.STATUS_NOINTERFACE);
        assertThat(newer.registration.queryProviderCharacteristics().highestVersion())
                .isEqualTo(offered);
        assertThat(newer.registration.queryProviderCharacteristics().lowestVersion())
                .isEqualTo(WskVersion.WSK_VERSION_1_0);
    }

    private static CapturedProvider capture(KernelBench bench, int version) {
        return bench.wsk.register(npi(version)).captureProviderNpi(WskRegistration.WSK_NO_WAIT);
    }

    private static WskClientNpi npi(int version) {
        return new WskClientNpi("other", null, new WskClientDispatch(version, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {ControlCode.WSK_TDI_BEHAVIOR, ControlCode.WSK_TDI_DEVICENAME_MAPPING})
    void diversionToTdiIsTakenAndIgnoredBeforeTheFirstSocket(int code) {
        assertThat(control(code, 1)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(control(code, (Irp) null)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        bench.provider.socket(KernelBench.parameters(SocketCategory.BASIC, null, null), new ClientIrp().irp());

        assertThat(control(code, 1)).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
    }

    @ParameterizedTest
    @ValueSource(ints = {ControlCode.WSK_CACHE_SD, ControlCode.WSK_RELEASE_SD, 0, 99})
    void whatIsNotOfferedSaysSo(int code) {
        ClientIrp irp = new ClientIrp();

        assertThat(control(code, irp.irp())).isEqualTo(NtStatus.STATUS_NOT_SUPPORTED);
        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_NOT_SUPPORTED);
    }

    @Test
    @Tag("API-REG-12")
    void afterTheReleaseNothingIsControlledOrLookedUp() {
        bench.registration.releaseProviderNpi();
        ClientIrp irp = new ClientIrp();

        assertThat(control(ControlCode.WSK_TRANSPORT_LIST_CHANGE, irp.irp()))
                .isEqualTo(NtStatus.STATUS_DEVICE_NOT_READY);
        assertThat(bench.provider.getAddressInfo("server", null, 0, null, new ClientIrp().irp()))
                .isEqualTo(NtStatus.STATUS_DEVICE_NOT_READY);
        TraceAssert.assertThat(bench.log).containsTimes(2, violationFound(Violation.CLIENT_FUNCTION_AFTER_RELEASE));
    }
}
