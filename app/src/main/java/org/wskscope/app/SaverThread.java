package org.wskscope.app;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.wskscope.app.cli.OwnsThread;

/** The thread that writes preferences: {@code wsk-preferences}. */
@OwnsThread(reason = "files are not written on the FX thread")
final class SaverThread {
    private SaverThread() {}

    static ScheduledExecutorService start() {
        return Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "wsk-preferences");
            thread.setDaemon(true);
            return thread;
        });
    }
}
