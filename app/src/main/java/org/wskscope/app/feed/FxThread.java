package org.wskscope.app.feed;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/** The way to the FX thread for what ends on another one. */
public final class FxThread {
    private FxThread() {}

    /** Runs on the FX thread what is given to it, in that order. */
    public static Executor executor() {
        return Platform::runLater;
    }
}
