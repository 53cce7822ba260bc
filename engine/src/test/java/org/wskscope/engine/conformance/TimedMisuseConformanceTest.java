package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.kernel.IrqlMode;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.BellExtension;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.TestClient.Held;
import org.wskscope.engine.testkit.network.PlayedByHand;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DataIndication;
import org.wskscope.engine.wsk.ExtensionControlOut;
import org.wskscope.engine.wsk.Violation;

/** Misuse that only time shows (VIO-11, VIO-13, VIO-17): noted once, and not a moment too early. */
@PlayedByHand("the test moves the clock")
class TimedMisuseConformanceTest extends MisuseBench {
    @Test
    @Tag("VIO-11")
    @Tag("THR-04")
    void aCallbackOverTheBudgetAtDispatchIsNotedAndOneWithinItIsNot() {
        receiving();
        bench.client.onReceive.add((list, bytes, accepted) -> {
            bench.clock.advance(100);
            return NtStatus.STATUS_SUCCESS;
        });
        bench.peer().peerSends("A");
        bench.run();
        assertThat(abouts(Violation.CALLBACK_OVER_DISPATCH_BUDGET)).isEmpty();

        bench.client.onReceive.add((list, bytes, accepted) -> {
            bench.clock.advance(101);
            bench.wsk.watchdog().inspect();
            assertNoted(Violation.CALLBACK_OVER_DISPATCH_BUDGET, entered());
            return NtStatus.STATUS_SUCCESS;
        });
        bench.peer().peerSends("B");
        bench.run();

        assertNoted(Violation.CALLBACK_OVER_DISPATCH_BUDGET, entered());
    }

    /** The system may give the processor to another program in the middle of a callback, and on a busy machine does. */
    @Test
    @Tag("VIO-11")
    @Tag("THR-04")
    void timeInWhichTheThreadHadNoProcessorIsNotCounted() {
        receiving();
        bench.clock.work(1_000);

        callbackThat(500, 100, false);
        bench.wsk.watchdog().inspect();
        assertThat(abouts(Violation.CALLBACK_OVER_DISPATCH_BUDGET)).isEmpty();

        callbackThat(500, 101, false);
        assertNoted(Violation.CALLBACK_OVER_DISPATCH_BUDGET, entered());
    }

    /** Who sleeps in a callback keeps its processor from others without working. */
    @Test
    @Tag("VIO-11")
    @Tag("THR-04")
    void timeInWhichTheThreadWaitedInsideIsCounted() {
        receiving();
        bench.clock.work(1_000);

        callbackThat(500, 1, true);

        assertNoted(Violation.CALLBACK_OVER_DISPATCH_BUDGET, entered());
    }

    private void callbackThat(long takes, long works, boolean waits) {
        bench.client.onReceive.add((list, bytes, accepted) -> {
            bench.clock.advance(takes);
            bench.clock.work(works);
            if (waits) {
                bench.clock.waitOnce();
            }
            return NtStatus.STATUS_SUCCESS;
        });
        bench.peer().peerSends("A");
        bench.run();
    }

    @Test
    @Tag("THR-04")
    void timeAtPassiveLevelOrInADeferredReturnIsNotCounted() {
        ConnectionSocket socket = receiving();
        Held held = bench.client.holdNextReceive(socket);
        bench.peer().peerSends("A");
        bench.run();
        bench.clock.advance(1_000);
        bench.wsk.watchdog().inspect();
        held.release(NtStatus.STATUS_SUCCESS);
        bench.run();
        assertThat(abouts(Violation.CALLBACK_OVER_DISPATCH_BUDGET)).isEmpty();

        bench = new KernelBench(KernelOptions.defaults().withLimits(LIMITS).withIrqlMode(IrqlMode.PASSIVE, 1));
        receiving();
        bench.client.onReceive.add((list, bytes, accepted) -> {
            bench.clock.advance(1_000);
            return NtStatus.STATUS_SUCCESS;
        });
        bench.peer().peerSends("B");
        bench.run();
        assertThat(abouts(Violation.CALLBACK_OVER_DISPATCH_BUDGET)).isEmpty();
    }

    @Test
    @Tag("VIO-13")
    @Tag("API-REL-07")
    void aReleaseAsapListHeldTooLongIsNotedOnce() {
        bench = new KernelBench(KernelOptions.defaults().withLimits(LIMITS).withReleaseAsapBytes(0));
        ConnectionSocket socket = receiving();
        DataIndication[] lists = new DataIndication[2];
        for (int i = 0; i < 2; i++) {
            int at = i;
            bench.client.onReceive.add((list, bytes, accepted) -> {
                lists[at] = list;
                return NtStatus.STATUS_PENDING;
            });
        }
        bench.peer().peerSends("no hurry");
        bench.run();
        bench.peer().peerSends("asap");
        bench.run();
        long asap = entered();

        bench.clock.advance(500);
        bench.wsk.watchdog().inspect();
        assertThat(abouts(Violation.RELEASE_ASAP_HELD_TOO_LONG)).isEmpty();
        bench.clock.advance(1);
        bench.wsk.watchdog().inspect();
        assertNoted(Violation.RELEASE_ASAP_HELD_TOO_LONG, asap);
        bench.wsk.watchdog().inspect();
        for (DataIndication list : lists) {
            assertThat(socket.dispatch().release(Objects.requireNonNull(list))).isEqualTo(NtStatus.STATUS_SUCCESS);
        }

        assertNoted(Violation.RELEASE_ASAP_HELD_TOO_LONG, asap);
    }

    @Test
    @Tag("VIO-17")
    void anExtensionsCallbackOfADeadSocketTellsNothingOfTheDeath() {
        ConnectionSocket socket = receiving();
        ExtensionControlOut bell = bell(socket);
        enableRing(socket, null);
        bench.wsk.failSocket(socket.id());
        bench.run();
        long notified = entered();

        bench.clock.advance(400);
        ((BellExtension.ProviderDispatch) bell.providerDispatch()).ring(bell.providerContext());
        bench.run();
        assertThat(entered()).isGreaterThan(notified);
        bench.clock.advance(100);
        bench.wsk.watchdog().inspect();

        assertNoted(Violation.DEAD_SOCKET_NOT_CLOSED, notified);
    }

    @Test
    @Tag("VIO-17")
    @Tag("EVT-GEN-10")
    void aDeadSocketThatIsNotClosedInTimeIsNotedOnce() {
        bench.clock.advance(10_000);
        ConnectionSocket socket = receiving();
        ConnectionSocket prompt = receiving();
        bench.wsk.failSocket(socket.id());
        bench.run();
        long notified = entered();
        bench.wsk.failSocket(prompt.id());
        bench.run();
        bench.close(prompt, new ClientIrp());
        bench.run();

        bench.clock.advance(499);
        bench.wsk.watchdog().inspect();
        assertThat(abouts(Violation.DEAD_SOCKET_NOT_CLOSED)).isEmpty();
        bench.clock.advance(1);
        bench.wsk.watchdog().inspect();
        bench.wsk.watchdog().inspect();

        assertNoted(Violation.DEAD_SOCKET_NOT_CLOSED, notified);
    }
}
