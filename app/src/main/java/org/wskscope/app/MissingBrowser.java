package org.wskscope.app;

import java.net.URI;
import java.util.List;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.Notices;
import org.wskscope.app.view.UserAction;

/** Tells that no browser could be opened, with the address to take elsewhere; it stays until it is answered. FX thread. */
final class MissingBrowser {
    private MissingBrowser() {}

    static void report(URI page, Messages messages, Notices notices) {
        notices.ask(
                messages.format("browser.missing", page.toString()),
                List.of(
                        UserAction.of("copy-address", messages.get("browser.copy"), "", () -> copy(page)),
                        UserAction.of("leave-address", messages.get("browser.dismiss"), "", () -> {})));
    }

    private static void copy(URI page) {
        ClipboardContent content = new ClipboardContent();
        content.putString(page.toString());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
