package org.wskscope.app;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.wskscope.app.words.SystemKind;

/**
 * Shows pages in the user's browser, and tells when there is none. On Linux the desktop's opener is asked itself: what JavaFX does prints a stack trace when it finds no
 * browser, and says nothing to the program. FX thread.
 */
final class Browser {
    private static final List<String> LINUX_OPENER = List.of("xdg-open");
    /** An opener that fails does so at once; one that stays alive is the browser. */
    private static final Duration TIME_TO_FAIL = Duration.seconds(3);

    private final boolean asksOpener;
    private final List<String> opener;
    private final Consumer<URI> toolkit;

    /** {@code toolkit} opens a page where the system always has a browser. */
    Browser(Consumer<URI> toolkit) {
        this(SystemKind.ofThisSystem() == SystemKind.LINUX, LINUX_OPENER, toolkit);
    }

    Browser(boolean asksOpener, List<String> opener, Consumer<URI> toolkit) {
        this.asksOpener = asksOpener;
        this.opener = List.copyOf(opener);
        this.toolkit = toolkit;
    }

    /** Opens the page; {@code missing} is told, at once or a little later, when no browser took it. */
    void open(URI page, Consumer<URI> missing) {
        if (!asksOpener) {
            toolkit.accept(page);
            return;
        }
        try {
            Process started = new ProcessBuilder(withPage(page))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            PauseTransition wait = new PauseTransition(TIME_TO_FAIL);
            wait.setOnFinished(event -> {
                if (!started.isAlive() && started.exitValue() != 0) {
                    missing.accept(page);
                }
            });
            wait.play();
        } catch (IOException noOpener) {
            missing.accept(page);
        }
    }

    private String[] withPage(URI page) {
        String[] command = opener.toArray(new String[opener.size() + 1]);
        command[opener.size()] = page.toString();
        return command;
    }
}
