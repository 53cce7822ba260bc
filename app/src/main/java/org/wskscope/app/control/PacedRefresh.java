package org.wskscope.app.control;

import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;

/**
 * Runs an update that is asked for: at the next pulse after a rest, and at most once an interval while it is asked for again and again. Nothing runs while nobody asks. FX
 * thread.
 */
public final class PacedRefresh {
    private final long intervalNanos;
    private final BooleanSupplier update;
    private boolean running;
    private long last;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            pulse(now);
        }
    };

    /** {@code update} answers whether it is to be called again without being asked. */
    public PacedRefresh(long intervalMillis, BooleanSupplier update) {
        this.intervalNanos = intervalMillis * 1_000_000;
        this.update = update;
    }

    /** The update is wanted. */
    public void request() {
        if (!running) {
            running = true;
            timer.start();
        }
    }

    /** It is not wanted any more. */
    public void stop() {
        running = false;
        timer.stop();
    }

    public boolean isRunning() {
        return running;
    }

    private void pulse(long now) {
        if (last != 0 && now - last < intervalNanos) {
            return;
        }
        last = now;
        stop();
        if (update.getAsBoolean()) {
            request();
        }
    }
}
