package org.wskscope.app;

import java.util.concurrent.locks.LockSupport;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * Runs another main class in this process, waits until its window has painted a frame with what it is to show in it and takes a key, prints how long that took and ends the process. The same
 * for every program that is measured. Arguments: the main class, and the id of a node that is there when the window is complete. The property {@code probe.began} is the
 * {@code nanoTime} at which the process was started.
 */
public final class StartProbe {
    static final String BEGAN = "probe.began";
    static final String TOOK = "complete after ns ";
    static final String FRAME = "window after ns ";

    private static final long RETRY_NANOS = 3_000_000;
    /** A frame is on the screen when the pulse after the next one begins. */
    private static final int PULSES = 2;

    private final String complete;
    private final long began = Long.getLong(BEGAN);
    private boolean windowSeen;

    private StartProbe(String complete) {
        this.complete = complete;
    }

    /** Runs and measures. */
    public static void main(String[] args) throws ReflectiveOperationException {
        StartProbe probe = new StartProbe(args[1]);
        Thread waiting = new Thread(probe::attach, "start-probe");
        waiting.setDaemon(true);
        waiting.start();
        Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
    }

    private void attach() {
        while (true) {
            try {
                Platform.runLater(this::look);
                return;
            } catch (IllegalStateException notYet) {
                LockSupport.parkNanos(RETRY_NANOS);
            }
        }
    }

    private void look() {
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                for (Window window : Window.getWindows()) {
                    Scene scene = window.getScene();
                    if (window instanceof Stage && window.isShowing() && scene != null) {
                        frame();
                        boolean there = scene.lookup("#" + complete) != null;
                        pulses = there ? pulses + 1 : 0;
                        if (pulses == PULSES + 1) {
                            stop();
                            press(scene);
                        }
                    }
                }
            }
        }.start();
    }

    private void frame() {
        if (!windowSeen) {
            windowSeen = true;
            System.out.println(FRAME + (System.nanoTime() - began));
        }
    }

    private void press(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            System.out.println(TOOK + (System.nanoTime() - began));
            System.out.flush();
            Runtime.getRuntime().halt(0);
        });
        scene.getWindow().requestFocus();
        new Robot().keyType(KeyCode.CONTROL);
    }
}
