package org.wskscope.app;

import javafx.animation.AnimationTimer;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/** One pixel that moves each pulse, so that there is a frame to count each pulse. FX thread, but the counts may be read by any. */
final class UiProbe extends AnimationTimer {
    private static final int TRAVEL = 40;

    private final Pane root;
    private final Rectangle pixel = new Rectangle(1, 1, Color.GRAY);
    private volatile long frames;
    private volatile long longestNanos;
    private long last;

    UiProbe(Pane root) {
        this.root = root;
        pixel.setManaged(false);
        pixel.setMouseTransparent(true);
    }

    void show() {
        root.getChildren().add(pixel);
        start();
    }

    void hide() {
        stop();
        root.getChildren().remove(pixel);
    }

    @Override
    public void handle(long now) {
        long count = frames + 1;
        pixel.setX(count % TRAVEL);
        if (last != 0) {
            longestNanos = Math.max(longestNanos, now - last);
        }
        last = now;
        frames = count;
    }

    long frames() {
        return frames;
    }

    long longestNanos() {
        return longestNanos;
    }

    void forgetLongest() {
        longestNanos = 0;
    }
}
