package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.testkit.RecordMatchers.record;
import static org.wskscope.engine.testkit.RecordMatchers.waitEnded;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.WaitingThread;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.testkit.network.OnlyInMemory;
import org.wskscope.engine.testkit.network.OnlyOnNetty;
import org.wskscope.engine.time.NanoClock;
import org.wskscope.engine.time.SystemClock;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.CapturedProvider;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.WskClientDispatch;
import org.wskscope.engine.wsk.WskClientNpi;
import org.wskscope.engine.wsk.WskRegistration;
import org.wskscope.engine.wsk.WskVersion;

/** The WDK pages nf-wsk-wskcaptureprovidernpi and nf-wsk-wskderegister: who waits for what, and for how long. */
@Timeout(30)
@OnEveryNetwork
class RegistrationWaitsConformanceTest {
    private static final int TIMEOUT_MILLIS = 50;

    @AutoClose
    private final NetworkBench bench;

    RegistrationWaitsConformanceTest(Network network) {
        bench = new NetworkBench(network);
    }

    private WskRegistration register() {
        return bench.wsk.register(
                new WskClientNpi("other", null, new WskClientDispatch(WskVersion.WSK_VERSION_1_0, null)));
    }

    private static NtStatus capture(WskRegistration registration, int timeoutMillis) {
        return registration.captureProviderNpi(timeoutMillis).status();
    }

    @Test
    @Tag("API-REG-05")
    void aWaitingCaptureEndsWhenTheProviderComesUp() {
        bench.wsk.setProviderReady(false);
        WskRegistration registration = register();
        CapturedProvider[] captured = new CapturedProvider[1];
        WaitingThread capture = WaitingThread.inside(
                () -> captured[0] = registration.captureProviderNpi(WskRegistration.WSK_INFINITE_WAIT));

        bench.wsk.setProviderReady(true);

        capture.returns();
        assertThat(captured[0].status()).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    @Tag("API-REG-05")
    @OnlyInMemory("real time may be late; the next test bounds it")
    void aCaptureWaitsAsLongAsItsTimeoutAndNoLonger() {
        bench.wsk.setProviderReady(false);

        assertThat(capture(register(), TIMEOUT_MILLIS)).isEqualTo(NtStatus.STATUS_DEVICE_NOT_READY);

        assertThat(timeOf(TraceRecord.WaitEnded.class) - timeOf(TraceRecord.WaitBegan.class))
                .isEqualTo(TimeUnit.MILLISECONDS.toNanos(TIMEOUT_MILLIS));
    }

    private long timeOf(Class<? extends TraceRecord> kind) {
        return TraceAssert.records(bench.log).stream()
                .filter(kind::isInstance)
                .mapToLong(found -> found.head().timeNanos())
                .sum();
    }

    @Test
    @Tag("API-REG-05")
    @OnlyOnNetty("in virtual time nobody waits really")
    void aRealCaptureWaitsForItsTimeoutToo() {
        bench.wsk.setProviderReady(false);
        NanoClock clock = new SystemClock();
        long began = clock.nanoTime();

        assertThat(capture(register(), TIMEOUT_MILLIS)).isEqualTo(NtStatus.STATUS_DEVICE_NOT_READY);

        assertThat(TimeUnit.NANOSECONDS.toMillis(clock.nanoTime() - began))
                .isBetween((long) TIMEOUT_MILLIS, 200L * TIMEOUT_MILLIS);
    }

    @Test
    @Tag("API-REG-09")
    void fromDeregistrationOnNoCaptureSucceedsAndWaitingOnesEnd() {
        bench.wsk.setProviderReady(false);
        CapturedProvider[] waited = new CapturedProvider[1];
        WaitingThread capture = WaitingThread.inside(
                () -> waited[0] = bench.registration.captureProviderNpi(WskRegistration.WSK_INFINITE_WAIT));
        WaitingThread deregistration = WaitingThread.inside(bench.registration::deregister);

        capture.returns();
        bench.wsk.setProviderReady(true);
        NtStatus late = capture(bench.registration, WskRegistration.WSK_NO_WAIT);
        NtStatus lateAndWilling = capture(bench.registration, WskRegistration.WSK_INFINITE_WAIT);

        assertThat(waited[0].status()).isEqualTo(NtStatus.STATUS_DEVICE_NOT_READY);
        assertThat(late).isEqualTo(NtStatus.STATUS_DEVICE_NOT_READY);
        assertThat(lateAndWilling).isEqualTo(NtStatus.STATUS_DEVICE_NOT_READY);
        bench.registration.releaseProviderNpi();
        deregistration.returns();
    }

    @Test
    @Tag("API-REG-10")
    void aDeregistrationThatIsBrokenOffWhileASocketIsOpenIsNotDone() {
        bench.connected();
        bench.registration.releaseProviderNpi();
        WaitingThread deregistration = WaitingThread.inside(bench.registration::deregister);

        bench.wsk.breakWaits();

        deregistration.returns();
        TraceAssert.assertThat(bench.log)
                .containsInOrder(waitEnded(NtStatus.STATUS_CANCELLED))
                .containsNone(record(TraceRecord.ClientDeregistered.class));
    }

    @Test
    @Tag("API-REG-08")
    @Tag("API-REG-10")
    void deregistrationWaitsUntilEachCaptureIsReleased() {
        assertThat(capture(bench.registration, WskRegistration.WSK_NO_WAIT)).isEqualTo(NtStatus.STATUS_SUCCESS);
        bench.registration.releaseProviderNpi();
        WaitingThread deregistration = WaitingThread.inside(bench.registration::deregister);

        bench.registration.releaseProviderNpi();

        deregistration.returns();
    }

    @Test
    @Tag("API-REG-10")
    @Tag("API-REG-11")
    void deregistrationWaitsUntilTheLastSocketIsClosed() {
        ConnectionSocket first = bench.connected();
        ConnectionSocket last = bench.connected();
        bench.registration.releaseProviderNpi();
        bench.close(first, new ClientIrp());
        bench.run();
        WaitingThread deregistration = WaitingThread.inside(bench.registration::deregister);
        ClientIrp sending = new ClientIrp();
        bench.send(last, "still open", sending);
        bench.run();
        assertThat(sending.status()).isEqualTo(NtStatus.STATUS_SUCCESS);

        bench.close(last, new ClientIrp());
        bench.run();

        deregistration.returns();
        TraceAssert.assertThat(bench.log)
                .containsInOrder(
                        record(TraceRecord.SocketClosed.class),
                        record(TraceRecord.SocketClosed.class),
                        record(TraceRecord.ClientDeregistered.class));
    }
}
