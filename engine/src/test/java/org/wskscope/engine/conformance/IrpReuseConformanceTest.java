package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.wsk.ControlCode.SO_KEEPALIVE;

import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.IoStatusBlock;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.logging.ExpectLog;
import org.wskscope.engine.testkit.network.PlayedByHand;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskFunction;

/** The WDK page using-irps-with-winsock-kernel-functions: an IRP used again has nothing of its former use, and what counts as being inside a function. */
@PlayedByHand("what becomes of an IRP is the same on every network")
class IrpReuseConformanceTest extends MisuseBench {
    @Test
    @Tag("API-IRP-05")
    void anIrpThatIsUsedAgainDeliversOnlyWhatTheNewCallDelivers() {
        ConnectionSocket socket = bench.connected();
        ClientIrp irp = new ClientIrp();
        socket.dispatch().getLocalAddress(irp.irp());
        assertThat(irp.pointer(InetSocketAddress.class)).isNotNull();

        irp.irp().reuse();
        bench.setOption(socket, SO_KEEPALIVE, 1, irp.irp());

        assertThat(irp.irp().ioStatus()).isEqualTo(new IoStatusBlock(NtStatus.STATUS_SUCCESS, 0, null));
    }

    @Test
    @Tag("API-IRP-05")
    void anIrpWithTheDriverContextOfAnotherIsCompletedItself() {
        ConnectionSocket socket = bench.connected();
        ClientIrp first = new ClientIrp();
        ClientIrp second = new ClientIrp();
        socket.dispatch().getLocalAddress(first.irp());
        second.irp().setDriverContext(first.irp().driverContext());

        socket.dispatch().getRemoteAddress(second.irp());

        assertThat(first.completions()).isEqualTo(1);
        assertThat(second.completions()).isEqualTo(1);
        assertThat(second.pointer(InetSocketAddress.class)).isEqualTo(bench.peerAddress());
    }

    @Test
    @Tag("VIO-06")
    @Tag("API-IRP-04")
    @ExpectLog("IrpFinisher: The completion routine of IRP .* threw; its socket goes on")
    void aRoutineThatThrowsHasNotKeptItsIrp() {
        ConnectionSocket socket = bench.connected();
        ClientIrp throwing = new ClientIrp().then(() -> {
            throw new IllegalStateException("on purpose");
        });

        bench.send(socket, "x", throwing);
        bench.run();

        assertThat(throwing.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertNoted(Violation.RETURN_OUTSIDE_PERMITTED_SET, last(TraceRecord.IrpCompleted.class));
    }

    @Test
    @Tag("VIO-04")
    @Tag("API-CLO-05")
    void aThreadWhoseCallsHaveReturnedIsInsideNoneWhenAnotherCloses() {
        ConnectionSocket socket = bench.connected();
        bench.send(socket, "x", new ClientIrp());
        ClientIrp closing = new ClientIrp();

        CompletableFuture.runAsync(() -> bench.close(socket, closing)).join();
        bench.run();

        assertThat(closing.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(called(WskFunction.WSK_CLOSE_SOCKET)).isPositive();
        assertThat(abouts(Violation.CLOSE_DURING_CALL)).isEmpty();
    }
}
