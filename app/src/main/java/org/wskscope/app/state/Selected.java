package org.wskscope.app.state;

import org.wskscope.engine.projection.LaneKey;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskEvent;

/** What can be selected. Selecting anything selects it everywhere. */
public sealed interface Selected {
    /** Nothing is. */
    record Nothing() implements Selected {}

    record SocketSelected(SocketId socket) implements Selected {}

    /** One event's toggle on a socket's card. */
    record EventToggleSelected(SocketId socket, WskEvent event) implements Selected {}

    record RecordSelected(long sequence) implements Selected {}

    /** A bar of the timeline, named by the record that began it. */
    record BarSelected(LaneKey lane, long startSequence) implements Selected {}

    /**
     * A request.
     *
     * @param began the record that began its bar: IrpPended, or IrpCompleted for one that never waited
     */
    record IrpSelected(SocketId socket, int irp, long began) implements Selected {}

    record PeerSelected(int peer) implements Selected {}
}
