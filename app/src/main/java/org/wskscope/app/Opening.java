package org.wskscope.app;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.LoggerFactory;
import org.wskscope.app.cli.OwnsThread;

/** The start of the program beside that of the window toolkit: preferences and words first, then the engine, while another thread reads rules and scenarios. Any thread. */
@OwnsThread(reason = "the engine starts while JavaFX does")
final class Opening {
    private static final int THREADS = 2;

    private final CompletableFuture<Basics> basics;
    private final CompletableFuture<AppWiring> wiring;

    private Opening(Path configDirectory) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
            Thread thread = new Thread(work, "wsk-opening");
            thread.setDaemon(true);
            return thread;
        });
        basics = CompletableFuture.supplyAsync(() -> Basics.load(configDirectory), threads);
        CompletableFuture<Library> library = CompletableFuture.supplyAsync(Library::load, threads);
        wiring = basics.thenApplyAsync(loaded -> AppWiring.open(loaded, library), threads);
        wiring.whenComplete((opened, failure) -> threads.shutdown());
    }

    static Opening begin(Path configDirectory) {
        return new Opening(configDirectory);
    }

    /** What the window needs to be shown. */
    CompletableFuture<Basics> basics() {
        return basics;
    }

    /** What it shows; fails when the engine does not start. */
    CompletableFuture<AppWiring> wiring() {
        return wiring;
    }

    /** Ends what was opened; waits for what is being opened. */
    void close() {
        try {
            wiring.join().close();
        } catch (CompletionException failed) {
            LoggerFactory.getLogger(Opening.class).debug("There is nothing to close, because nothing was opened.");
            basics.thenAccept(Basics::close);
        }
    }
}
