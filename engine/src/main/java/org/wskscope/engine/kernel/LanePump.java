package org.wskscope.engine.kernel;

import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.TransportProcessor;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.WskCallback;

/** Makes receive-from callbacks of a datagram socket on a processor that is not the socket's own ({@link ParallelLanes}). */
final class LanePump extends CallbackPump {
    private final DatagramSocketCore core;
    private final ReceiveFromLane lane;

    LanePump(DatagramSocketCore core, TransportProcessor processor) {
        super(core, processor);
        this.core = core;
        this.lane = new ReceiveFromLane(core, this);
    }

    /** Datagrams only: the death of the socket is told by its own pump. */
    @Override
    @Nullable
    WskCallback nextCall() {
        return core.state() == SocketState.BOUND ? lane.next(core.share()) : null;
    }

    @Override
    NtStatus invoke(WskCallback callback) {
        return core.invoke(lane);
    }

    @Override
    void returned(WskCallback callback, NtStatus status) {
        lane.returned(status);
    }
}
