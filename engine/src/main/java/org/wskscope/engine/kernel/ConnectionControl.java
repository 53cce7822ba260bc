package org.wskscope.engine.kernel;

import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.StreamChannel;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.WskFunction;

/** The control operations of a connection: its ioctls, and the options its transport has to know (section 4.6). Guarded by the socket's lock. */
final class ConnectionControl {
    private final ConnectionSocketCore core;
    private boolean silent;

    ConnectionControl(ConnectionSocketCore core) {
        this.core = core;
    }

    /** Nothing of this connection is put on the wire or taken from it any more. */
    boolean isSilent() {
        return silent;
    }

    NtStatus ioctl(int code, Request request) {
        if (code == ControlCode.SIO_WSK_SET_TCP_SILENT_MODE) {
            return silence();
        }
        boolean backlog = code == ControlCode.SIO_WSK_QUERY_IDEAL_SEND_BACKLOG;
        if (!backlog && code != ControlCode.SIO_WSK_QUERY_RECEIVE_BACKLOG) {
            return NtStatus.STATUS_NOT_SUPPORTED;
        }
        if (!LegalityMatrix.allows(WskFunction.WSK_GET_REMOTE_ADDRESS, core.state())) {
            return NtStatus.STATUS_INVALID_DEVICE_STATE;
        }
        return ControlRequests.answer(
                request, backlog ? core.callbacks.idealSendBacklog() : core.receiver.queuedBytes(), Long.BYTES);
    }

    /**
     * TCP silent mode (CTL-OPT-06): not over loopback, and not while a send or disconnect is pending; input is discarded, and only close remains. A user-space host keeps its
     * own silence only: the system goes on acknowledging, and the close resets the connection.
     */
    private NtStatus silence() {
        if (!LegalityMatrix.allows(WskFunction.WSK_GET_REMOTE_ADDRESS, core.state()) || core.sender.isBusy()) {
            return NtStatus.STATUS_INVALID_DEVICE_STATE;
        }
        if (core.openedChannel().remoteAddress().getAddress().isLoopbackAddress()) {
            return NtStatus.STATUS_NOT_SUPPORTED;
        }
        silent = true;
        core.receiver.discard();
        return NtStatus.STATUS_SUCCESS;
    }

    void optionWritten(int code) {
        StreamChannel opened = core.channel();
        if (opened == null || core.isOpening()) {
            return;
        }
        boolean keepAlive = core.options.keepAlive;
        boolean noDelay = core.options.noDelay;
        switch (code) {
            case ControlCode.SO_KEEPALIVE -> core.after(() -> opened.setKeepAlive(keepAlive));
            case ControlCode.TCP_NODELAY -> core.after(() -> opened.setNoDelay(noDelay));
            default -> {}
        }
    }

    /** Tells the transport the options that are not as they are by themselves: set before the bind, or inherited (CTL-INH-11). */
    void applyOptions() {
        if (core.options.keepAlive) {
            optionWritten(ControlCode.SO_KEEPALIVE);
        }
        if (!core.options.noDelay) {
            optionWritten(ControlCode.TCP_NODELAY);
        }
    }
}
