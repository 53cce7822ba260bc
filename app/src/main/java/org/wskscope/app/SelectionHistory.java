package org.wskscope.app;

import java.util.List;
import org.wskscope.app.state.Selection;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.UserAction;

/** Back and forward through what was selected, as in a browser. FX thread. */
final class SelectionHistory {
    private SelectionHistory() {}

    static List<UserAction> actions(Selection selection, Messages messages) {
        return List.of(
                UserAction.of(
                                "selection.back",
                                messages.get("action.selection.back"),
                                "Alt+Left mac:Shortcut+Alt+Left",
                                selection.canGoBackProperty(),
                                selection::back)
                        .explained(() -> messages.get("selection.back.none")),
                UserAction.of(
                                "selection.forward",
                                messages.get("action.selection.forward"),
                                "Alt+Right mac:Shortcut+Alt+Right",
                                selection.canGoForwardProperty(),
                                selection::forward)
                        .explained(() -> messages.get("selection.forward.none")));
    }
}
