package org.wskscope.engine.kernel;

import org.jspecify.annotations.Nullable;
import org.wskscope.engine.transport.StreamChannel;

/** Whether the transport of a connection reads: from its start on, and while there is room for what it reads. Guarded by the socket's lock. */
final class InputFlow {
    private final ConnectionSocketCore core;
    private final StreamEvents events;
    private boolean started;
    private boolean reading;

    InputFlow(ConnectionSocketCore core, StreamEvents events) {
        this.core = core;
        this.events = events;
    }

    /** The start of an accepted connection, once; while the accept callback runs, input waits in the socket (C-17). Any thread, without the lock. */
    void start() {
        core.processor.execute(() -> {
            StreamChannel opened = null;
            Runnable then;
            synchronized (core.lock) {
                if (core.isClosing()) {
                    return;
                }
                if (!started) {
                    started = true;
                    reading = true;
                    opened = core.openedChannel();
                    core.control.applyOptions();
                }
                then = core.takeAction();
            }
            core.settle(null, then);
            if (opened != null) {
                opened.attach(events);
                opened.setReading(true);
            }
            core.pump.run();
        });
    }

    /** The start of a connection this side made. */
    void startReading() {
        started = true;
        reading = true;
        StreamChannel opened = core.openedChannel();
        core.after(() -> opened.setReading(true));
    }

    void advance() {
        // Before the start nobody is attached to an accepted channel: what it read would be lost.
        if (started && core.disconnecting.takesInput() && reading != core.receiver.wantsReading(reading)) {
            reading = !reading;
            boolean on = reading;
            StreamChannel opened = core.openedChannel();
            core.after(() -> opened.setReading(on));
        }
    }

    boolean isReading() {
        return reading;
    }

    /** Stops at the limit without waiting for a turn; returns the channel to stop, or null. */
    @Nullable
    StreamChannel stopReadingIfFull() {
        if (reading && !core.receiver.wantsReading(true)) {
            reading = false;
            return core.openedChannel();
        }
        return null;
    }
}
