package org.wskscope.engine.projection;

/**
 * One interval on a lane, as seen from a playhead. Immutable; made only for what is drawn, hovered or selected. Times never go back along a lane: where the stamps of two
 * threads cross by a hair, the later record counts as simultaneous.
 *
 * @param lane where it lies
 * @param index its place in the lane, from 0, in order of its start
 * @param startSequence the record that began it (CallbackEntered, ListRetained, IrpPended or IrpCompleted, FunctionCalled)
 * @param endSequence the record that ended it, or −1 while it is open at the playhead
 * @param startNanos session time
 * @param endNanos session time; the playhead's while it is open
 * @param code lane-dependent: ordinal of WskCallback (callbacks, retained), of WskFunction (IRPs, control), of Irql (processors)
 * @param status NTSTATUS it ended or was answered with; 0x103 while an IRP waits, 0 while there is none yet
 * @param detail bytes or datagrams (callbacks, retained), length (IRPs), event mask bits or what the call carried (control)
 * @param irp IRP number, 0 for none
 * @param waiting it is open, but nothing runs: a callback was deferred and is held (C-40), or a control call was answered and its effect waits
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
        boolean waiting) {
    public boolean isOpen() {
        return endSequence < 0;
    }

    public long durationNanos() {
        return endNanos - startNanos;
    }
}
