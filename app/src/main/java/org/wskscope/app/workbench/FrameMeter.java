package org.wskscope.app.workbench;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import org.wskscope.app.view.Messages;

/**
 * Counts the pulses of a second and looks at the heap, for the status bar. It asks for no pulse of its own: a window in which nothing happens has none to count, and says that
 * it is at rest. FX thread.
 */
final class FrameMeter {
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long MEGABYTE = 1L << 20;
    /** Fewer pulses a second are the clock's and the pointer's. */
    private static final int AT_REST = 5;

    private final Messages messages;
    private final Label frames;
    private final Label heap;
    private final Runnable pulsed = this::pulsed;
    private boolean onScreen;
    private long since = System.nanoTime();
    private int count;

    FrameMeter(Messages messages, Label frames, Label heap) {
        this.messages = messages;
        this.frames = frames;
        this.heap = heap;
    }

    /** Counts the pulses of whatever scene the node is in. */
    void measure(Node node) {
        node.sceneProperty().addListener((o, old, now) -> {
            listen(old, false);
            listen(now, true);
        });
    }

    void setOnScreen(boolean nowOnScreen) {
        onScreen = nowOnScreen;
    }

    private void listen(Scene scene, boolean begin) {
        if (scene != null && begin) {
            scene.addPreLayoutPulseListener(pulsed);
        } else if (scene != null) {
            scene.removePreLayoutPulseListener(pulsed);
        }
    }

    private void pulsed() {
        count++;
        long now = System.nanoTime();
        if (onScreen && now - since >= SECOND_NANOS) {
            show(Math.round(count * (double) SECOND_NANOS / (now - since)));
            since = now;
            count = 0;
        }
    }

    private void show(long framesPerSecond) {
        Runtime runtime = Runtime.getRuntime();
        long usedMegabytes = (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
        frames.setText(
                framesPerSecond <= AT_REST
                        ? messages.get("status.frames.rest")
                        : messages.format("status.frames", framesPerSecond));
        heap.setText(messages.format("status.heap", usedMegabytes));
    }
}
