package org.wskscope.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.TestClient.Held;
import org.wskscope.engine.trace.WaitFor;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;

/** Nobody is told any more whose wait has ended. */
class WaitTargetTest {
    private final KernelBench bench = new KernelBench();
    private final List<String> notified = new ArrayList<>();
    private final Runnable kept = () -> notified.add("kept");
    private final Runnable forgotten = () -> notified.add("forgotten");
    private ConnectionSocket socket;

    @BeforeEach
    void connect() {
        socket = bench.connected();
    }

    @Test
    void theEndOfARequestIsNotReportedToWhoWasForgotten() {
        ClientIrp irp = new ClientIrp();
        bench.receive(socket, new byte[1], irp);
        WaitTarget target = WaitTarget.OfIrp.of(irp.irp());
        assertThat(target.report(forgotten)).isTrue();
        assertThat(target.report(kept)).isTrue();

        target.forget(forgotten);
        bench.peer().peerSends("A");
        bench.run();

        assertThat(notified).containsExactly("kept");
        assertThat(target.report(kept)).isFalse();
    }

    @Test
    void theReturnOfACallbackIsNotReportedToWhoWasForgotten() {
        bench.enable(socket, WskEvent.WSK_EVENT_RECEIVE);
        Held held = bench.client.holdNextReceive(socket);
        bench.peer().peerSends("A");
        bench.run();
        WaitTarget target = new WaitTarget.OfReturn(((ConnectionHandle) socket).core(), WskCallback.RECEIVE);
        assertThat(target.report(forgotten)).isTrue();
        assertThat(target.report(kept)).isTrue();

        target.forget(forgotten);
        held.release(NtStatus.STATUS_SUCCESS);
        bench.run();

        assertThat(notified).containsExactly("kept");
        assertThat(target.report(kept)).isFalse();
    }

    @Test
    void aWaitThatEndsTakesItselfOffWhatItWaitedFor() {
        Kernel kernel = ((ConnectionHandle) socket).core().kernel;
        Never never = new Never();

        NtStatus status = kernel.waits.run(kernel.waits.begin(never), 1);

        assertThat(status).isEqualTo(NtStatus.STATUS_TIMEOUT);
        assertThat(never.waiting).isEmpty();
        assertThat(never.tells).isEqualTo(1);
    }

    private static final class Never implements WaitTarget {
        private final List<Runnable> waiting = new ArrayList<>();
        private int tells;

        @Override
        public WaitFor kind() {
            return WaitFor.PROVIDER;
        }

        @Override
        public String name(Kernel kernel) {
            return "what never comes";
        }

        @Override
        public boolean report(Runnable newReported) {
            tells++;
            return waiting.add(newReported);
        }

        @Override
        public void forget(Runnable newReported) {
            waiting.remove(newReported);
        }
    }
}
