package org.wskscope.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.wsk.BasicSocket;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.StreamSocket;
import org.wskscope.engine.wsk.WskEvent;

class SocketHandlesTest {
    private final KernelBench bench = new KernelBench();

    @Test
    void aHandleSaysWhatItIsAndItsNumber() {
        ListenSocket listener = bench.create(ListenSocket.class, SocketCategory.LISTEN, null);
        ConnectionSocket connection = bench.create(ConnectionSocket.class, SocketCategory.CONNECTION, null);
        StreamSocket stream = bench.create(StreamSocket.class, SocketCategory.STREAM, null);

        assertThat(listener).hasToString("ListenSocket " + listener.id().value());
        assertThat(connection).hasToString("ConnectionSocket " + connection.id().value());
        assertThat(stream).hasToString("StreamSocket " + stream.id().value());
    }

    @Test
    @Tag("EVT-GEN-05")
    void aBasicSocketHasACallbackForNoEvent() {
        BasicSocket socket = bench.create(BasicSocket.class, SocketCategory.BASIC, null);

        SocketCore core = (SocketCore) socket.dispatch();

        assertThat(WskEvent.values()).noneMatch(core::hasCallback);
    }
}
