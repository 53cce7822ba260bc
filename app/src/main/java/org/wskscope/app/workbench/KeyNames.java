package org.wskscope.app.workbench;

import javafx.scene.input.KeyCombination;
import org.wskscope.app.view.UserAction;

/** Keys as they are written for people, in the platform's manner. */
final class KeyNames {
    private KeyNames() {}

    /** For example {@code Ctrl+Shift+A}; empty if the action has no key. */
    static String of(UserAction action) {
        return action.shortcuts().stream()
                .findFirst()
                .map(KeyCombination::getDisplayText)
                .orElse("");
    }

    /** The key of the action with this id; empty if there is none. */
    static String of(ActionRegistry actions, String id) {
        return actions.find(id).map(KeyNames::of).orElse("");
    }
}
