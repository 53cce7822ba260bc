package org.wskscope.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.transport.StreamChannel;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.ControlType;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.StreamSocket;

/** A thread that found a socket in one state and comes when it is in another: what it brings is done once. */
class LateThreadTest {
    private final KernelBench bench = new KernelBench();

    @Test
    @Tag("THR-16")
    void aChangeThatFoundAStreamSocketBeforeItListenedEndsWhatWaitsThereOnce() {
        StreamSocket socket = bench.create(StreamSocket.class, SocketCategory.STREAM, null);
        SocketCore found = (SocketCore) socket.dispatch();
        ClientIrp waiting = new ClientIrp();
        socket.dispatch()
                .controlSocket(
                        new ControlParameters(
                                ControlType.WskIoctl, ControlCode.SIO_ADDRESS_LIST_CHANGE, 0, 0, null, 0, null),
                        waiting.irp());
        socket.dispatch().bind(KernelBench.ANY_PORT, 0, new ClientIrp().irp());
        bench.run();
        socket.dispatch().listen(new ClientIrp().irp());
        bench.run();

        found.controls.finish(ControlCode.SIO_ADDRESS_LIST_CHANGE);

        assertThat(waiting.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(TraceAssert.records(bench.log, TraceRecord.IrpCompleted.class))
                .filteredOn(record -> record.irp() == waiting.irp().number())
                .hasSize(1);
    }

    @Test
    void aConnectionNobodyTookIsResetOnceWhenTheTransportFailsAndTheListenerIsClosed() {
        ListenSocket listener = bench.listening();
        ListenSocketCore core = (ListenSocketCore) listener.dispatch();
        int[] resets = new int[1];
        core.connectionArrived(countingResets(resets));

        core.listenerFailed();
        bench.close(listener, new ClientIrp());
        bench.run();

        assertThat(resets[0]).isEqualTo(1);
    }

    private static StreamChannel countingResets(int[] resets) {
        return (StreamChannel) Proxy.newProxyInstance(
                StreamChannel.class.getClassLoader(),
                new Class<?>[] {StreamChannel.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "remoteAddress" -> KernelBench.PEER;
                    case "reset" -> {
                        resets[0]++;
                        yield null;
                    }
                    default -> throw new AssertionError(method.getName());
                });
    }
}
