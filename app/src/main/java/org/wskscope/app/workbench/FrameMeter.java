package org.wskscope.app.workbench;

import javafx.animation.AnimationTimer;
import javafx.scene.control.Label;
import org.wskscope.app.view.Messages;

/** Counts the pulses of a second and looks at the heap, for the status bar. FX thread. */
final class FrameMeter extends AnimationTimer {
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long MEGABYTE = 1L << 20;

    private final Messages messages;
    private final Label frames;
    private final Label heap;
    private long since;
    private int count;

    FrameMeter(Messages messages, Label frames, Label heap) {
        this.messages = messages;
        this.frames = frames;
        this.heap = heap;
    }

    @Override
    public void handle(long now) {
        count++;
        if (now - since >= SECOND_NANOS) {
            if (since != 0) {
                show(Math.round(count * (double) SECOND_NANOS / (now - since)));
            }
            since = now;
            count = 0;
        }
    }

    private void show(long framesPerSecond) {
        Runtime runtime = Runtime.getRuntime();
        long usedMegabytes = (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
        frames.setText(messages.format("status.frames", framesPerSecond));
        heap.setText(messages.format("status.heap", usedMegabytes));
    }
}
