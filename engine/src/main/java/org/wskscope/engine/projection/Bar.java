package org.wskscope.engine.projection;

/**
 * One interval on a lane, as seen from a playhead. Immutable; made only for what is drawn, hovered or selected.
 *
 * @param lane where it lies
 * @param index its place in the lane, from 0, in order of its start
 * @param startSequence the record that began it (CallbackEntered, IrpPended or IrpCompleted, FunctionCalled)
 * @param endSequence the record that ended it, or −1 while it is open at the playhead
 * @param startNanos session time
 * @param endNanos session time; the playhead's while it is open
 * @param code lane-dependent: ordinal of WskCallback (callbacks), of WskFunction (IRPs, control), of Irql (processors)
 * @param status NTSTATUS it ended or was answered with; 0x103 while an IRP waits
 * @param detail bytes or datagrams (callbacks), length (IRPs), event mask bits (control)
 * @param irp IRP number, 0 for none
 * @param held the callback was deferred and waits for its return (C-40)
 */
public record Bar(
        LaneKey lane,
        int index,
        long startSequence,
        long endSequence,
        long startNanos,
        long endNanos,
        int code,
        int status,
        long detail,
        int irp,
        boolean held) {
    public boolean isOpen() {
        return endSequence < 0;
    }
}
