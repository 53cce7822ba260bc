package org.wskscope.engine.projection;

/**
 * One interval, which is a bar on its socket's lane and on the lane that many sockets share.
 *
 * @param bar its index on the own lane
 * @param sharedBar its index on the shared one
 */
@ProjectorThread
record SharedBar(LaneColumns own, int bar, LaneColumns shared, int sharedBar) {
    /** Opens both with the record that begins the interval; {@code irp} is 0 for none. */
    static SharedBar open(LaneColumns own, LaneColumns shared, Beginning begins) {
        return new SharedBar(own, begins.on(own), shared, begins.on(shared));
    }

    /** What is known of an interval when it begins, as {@link LaneColumns#open} takes it. */
    record Beginning(long sequence, long nowNanos, int code, long detail, int irp) {
        private int on(LaneColumns lane) {
            return lane.open(sequence, nowNanos, code, detail, irp);
        }
    }

    /** Nothing runs any more; only the own lane tells. */
    void pause(long sequence) {
        own.pause(bar, sequence);
    }

    /** As {@link #pause}; the answer is known already. */
    void answer(long sequence, int status) {
        own.answer(bar, sequence, status);
    }

    void close(long sequence, long nowNanos) {
        own.close(bar, sequence, nowNanos);
        shared.close(sharedBar, sequence, nowNanos);
    }

    void close(long sequence, long nowNanos, int status) {
        own.close(bar, sequence, nowNanos, status);
        shared.close(sharedBar, sequence, nowNanos);
    }
}
