package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.RecordMatcher;
import org.wskscope.engine.testkit.RecordMatchers;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.PlayedByHand;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DisconnectFlags;
import org.wskscope.engine.wsk.SocketState;

/** A connection that is over in both directions is put away; any other is reset. */
@PlayedByHand("the test sees what the transport is told, of which a peer that has ended sees nothing")
class WhatCloseDoesToTheConnectionTest {
    private final KernelBench bench = new KernelBench();
    private final ConnectionSocket socket = bench.connected();

    private void finish() {
        socket.dispatch().disconnect(null, DisconnectFlags.GRACEFUL, new ClientIrp().irp());
        bench.run();
    }

    private void peerFinishes() {
        bench.peer().peerFinishes();
        bench.run();
    }

    private void close() {
        bench.close(socket, new ClientIrp());
        bench.run();
    }

    @Test
    @Tag("API-CLO-06")
    void aFinishedConnectionIsNotReset() {
        finish();
        peerFinishes();

        close();

        assertThat(bench.peer().isReset()).isFalse();
        assertThat(bench.peer().isClosed()).isTrue();
    }

    @Test
    @Tag("API-CLO-06")
    void aConnectionWhosePeerHasNotFinishedIsReset() {
        finish();

        close();

        assertThat(bench.peer().isReset()).isTrue();
    }

    @Test
    @Tag("API-CLO-06")
    void aFinThatHasNotGoneOutYetIsNoEnd() {
        bench.peer().holdWrites();
        socket.dispatch().disconnect(null, DisconnectFlags.GRACEFUL, new ClientIrp().irp());
        peerFinishes();

        close();

        assertThat(bench.peer().isReset()).isTrue();
    }

    @Test
    void theLogShowsTheSocketClosingAndThenClosed() {
        close();

        TraceAssert.assertThat(bench.log)
                .onlyKinds(TraceRecord.SocketStateChanged.class)
                .containsInOrder(
                        changed(SocketState.CONNECTED, SocketState.CLOSING),
                        changed(SocketState.CLOSING, SocketState.CLOSED));
    }

    private static RecordMatcher changed(SocketState from, SocketState to) {
        return RecordMatchers.record(
                TraceRecord.SocketStateChanged.class,
                from + " to " + to,
                record -> record.from() == from && record.to() == to);
    }
}
