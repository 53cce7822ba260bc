package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.wskscope.engine.kernel.KernelLimits;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.BellExtension;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.ControlType;
import org.wskscope.engine.wsk.EventCallbackControl;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.ExtensionControlIn;
import org.wskscope.engine.wsk.ExtensionControlOut;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskFunction;
import org.wskscope.engine.wsk.WskSocket;

/** What tests of section 5.6 share: each kind of misuse is noted about the record it concerns, and WSK goes on. */
abstract class MisuseBench {
    static final KernelLimits LIMITS = new KernelLimits(1_000, 100, 500, 500);

    KernelBench bench = new KernelBench(KernelOptions.defaults().withLimits(LIMITS));

    /** Whatever the client did, a new connection still works. */
    @AfterEach
    void theEngineGoesOn() {
        bench.client.calls.clear();
        bench.client.onReceive.clear();
        ConnectionSocket next = bench.connected();
        bench.enable(next, WSK_EVENT_RECEIVE);
        bench.peer().peerSends("still here");
        bench.run();
        assertThat(bench.client.calls).containsExactly("receive still here");
    }

    final ConnectionSocket receiving() {
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WSK_EVENT_RECEIVE);
        return socket;
    }

    /** The socket has a bell from here on ({@link BellExtension}); its event is off. */
    final ExtensionControlOut bell(WskSocket socket) {
        bench.wsk.install(new BellExtension());
        BellExtension.ClientDispatch hears = context -> NtStatus.STATUS_SUCCESS;
        ExtensionControlOut bell = new ExtensionControlOut();
        ControlParameters registration = new ControlParameters(
                ControlType.WskIoctl,
                ControlCode.SIO_WSK_REGISTER_EXTENSION,
                0,
                ExtensionControlIn.SIZE,
                new ExtensionControlIn(BellExtension.ID, null, hears),
                ExtensionControlOut.SIZE,
                bell);
        assertThat(socket.dispatch().controlSocket(registration, null)).isEqualTo(NtStatus.STATUS_SUCCESS);
        return bell;
    }

    final void enableRing(WskSocket socket, @Nullable Irp irp) {
        ControlParameters enable = new ControlParameters(
                ControlType.WskSetOption,
                ControlCode.SO_WSK_EVENT_CALLBACK,
                ControlCode.SOL_SOCKET,
                EventCallbackControl.SIZE,
                new EventCallbackControl(BellExtension.ID, new EventMask(BellExtension.EVENT_RING)),
                0,
                null);
        assertThat(socket.dispatch().controlSocket(enable, irp)).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    final void assertNoted(Violation violation, long about) {
        assertThat(abouts(violation)).containsExactly(about);
    }

    final List<Long> abouts(Violation violation) {
        return TraceAssert.records(bench.log).stream()
                .filter(record -> record instanceof TraceRecord.ViolationFound found && found.violation() == violation)
                .map(record -> ((TraceRecord.ViolationFound) record).about())
                .toList();
    }

    /** The newest call of the function. */
    final long called(WskFunction function) {
        return TraceAssert.records(bench.log).stream()
                .filter(record -> record instanceof TraceRecord.FunctionCalled call && call.function() == function)
                .mapToLong(record -> record.head().sequence())
                .max()
                .orElseThrow();
    }

    /** The newest beginning of a callback. */
    final long entered() {
        return last(TraceRecord.CallbackEntered.class);
    }

    final long last(Class<? extends TraceRecord> kind) {
        return TraceAssert.records(bench.log).stream()
                .filter(kind::isInstance)
                .mapToLong(record -> record.head().sequence())
                .max()
                .orElseThrow();
    }

    static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody came");
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
