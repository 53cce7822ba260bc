package org.wskscope.engine.kernel;

import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.transport.StreamChannel;
import org.wskscope.engine.transport.TransportCompletion;
import org.wskscope.engine.wsk.DisconnectFlags;
import org.wskscope.engine.wsk.SocketState;

/** How a connection comes apart, by {@code WskDisconnect} or by the peer (sections 2.1, 2.3). Guarded by the socket's lock. */
final class DisconnectPhase {
    private final ConnectionSocketCore core;

    DisconnectPhase(ConnectionSocketCore core) {
        this.core = core;
    }

    /** {@code WskDisconnect}. Final data goes with a graceful one only (API-DSC-02). */
    NtStatus perform(Request request) {
        boolean abortive = (request.flags & DisconnectFlags.WSK_FLAG_ABORTIVE) != 0;
        boolean malformed = !BufferChain.isSound(request.buffer, false)
                || (request.flags & ~DisconnectFlags.WSK_FLAG_ABORTIVE) != 0
                || (abortive && request.buffer.length() > 0);
        if (malformed) {
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        return abortive ? abort() : finish(request);
    }

    /** Graceful: FIN after everything that was sent; receiving goes on (API-DSC-01, -03). */
    private NtStatus finish(Request request) {
        if (core.isWrongState(request)) {
            return NtStatus.STATUS_INVALID_DEVICE_STATE;
        }
        boolean first = core.state() == SocketState.CONNECTED;
        core.changeState(first ? SocketState.HALF_CLOSED_LOCAL : SocketState.DISCONNECTED);
        return core.sender.submit(request);
    }

    /** Abortive: waits for nothing, cancels pending sends; repeated, it does nothing (API-DSC-05, C-02, C-03). */
    private NtStatus abort() {
        if (!LegalityMatrix.allowsAbortiveDisconnect(core.state())) {
            return NtStatus.STATUS_INVALID_DEVICE_STATE;
        }
        if (isBreakable()) {
            core.sender.completeAll(NtStatus.STATUS_CANCELLED);
            breakOff(ReceiveEngine.End.ABORTED, NtStatus.STATUS_CONNECTION_ABORTED, RecordHead.NO_CAUSE);
            StreamChannel channel = core.openedChannel();
            core.after(() -> channel.reset(TransportCompletion.NONE));
        }
        return NtStatus.STATUS_SUCCESS;
    }

    /** A graceful disconnect was cancelled before its FIN was handed over: sending goes on (C-44). */
    void takenBack() {
        boolean peerFinished = core.state() == SocketState.DISCONNECTED;
        core.changeState(peerFinished ? SocketState.HALF_CLOSED_REMOTE : SocketState.CONNECTED);
    }

    /** The peer finished (FIN). */
    void inputFinished() {
        long queued = core.receiver.queuedBytes();
        boolean eager = core.kernel.options.gracefulDisconnect() == GracefulDisconnect.EAGER;
        core.receiver.finished(core.trace.inputFinished(core.stamp, core.id, queued, eager));
        boolean first = core.state() == SocketState.CONNECTED;
        core.changeState(first ? SocketState.HALF_CLOSED_REMOTE : SocketState.DISCONNECTED);
    }

    /** The peer reset the connection (RST): everything pending ends with CONNECTION_RESET (C-02). */
    void connectionReset() {
        long record = core.trace.connectionReset(core.stamp, core.id);
        core.stamp.causedBy(record);
        core.sender.completeAll(NtStatus.STATUS_CONNECTION_RESET);
        breakOff(ReceiveEngine.End.RST, NtStatus.STATUS_CONNECTION_RESET, record);
    }

    /** Bytes of the transport still mean something: connected, and the input has not ended. */
    boolean takesInput() {
        boolean open = !core.control.isSilent() && isOpen();
        return open && core.receiver.end() == ReceiveEngine.End.NONE;
    }

    private boolean isOpen() {
        return core.state() == SocketState.CONNECTED || core.state() == SocketState.HALF_CLOSED_LOCAL;
    }

    /** There is a connection left to reset: not broken yet, not over in both directions. */
    boolean isBreakable() {
        ReceiveEngine.End end = core.receiver.end();
        return LegalityMatrix.allowsAbortiveDisconnect(core.state())
                && !core.control.isSilent()
                && end != ReceiveEngine.End.RST
                && end != ReceiveEngine.End.ABORTED
                && (core.state() != SocketState.DISCONNECTED || core.sender.isDisconnecting());
    }

    private void breakOff(ReceiveEngine.End how, NtStatus status, long record) {
        core.receiver.broken(how, status, record);
        if (core.state() != SocketState.DISCONNECTED) {
            core.changeState(SocketState.DISCONNECTED);
        }
    }
}
