package org.wskscope.app.workbench;

import java.util.stream.Collectors;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.wskscope.app.view.UserAction;

/** Keys as they are written for people, in the platform's manner. */
final class KeyNames {
    /** More keys for the same are for keyboards that lack the first. */
    private static final int MOST = 2;

    private KeyNames() {}

    /** For example {@code Ctrl+Shift+A}; empty if the action has no key. */
    static String of(UserAction action) {
        return action.shortcuts().stream().findFirst().map(KeyNames::name).orElse("");
    }

    /** All of its keys that are written differently, the one to show first first. */
    static String all(UserAction action) {
        return action.shortcuts().stream()
                .map(KeyNames::name)
                .distinct()
                .limit(MOST)
                .collect(Collectors.joining(", "));
    }

    private static String name(KeyCombination key) {
        String character = character(key);
        return character.isEmpty() ? key.getDisplayText() : character;
    }

    /** The character a key without Ctrl or Alt types on a US keyboard, where other keyboards have it elsewhere; empty for letters, digits and keys that type none. */
    static String character(KeyCombination key) {
        if (!(key instanceof KeyCodeCombination code)
                || key.getControl() == KeyCombination.ModifierValue.DOWN
                || key.getAlt() == KeyCombination.ModifierValue.DOWN
                || key.getMeta() == KeyCombination.ModifierValue.DOWN
                || key.getShortcut() == KeyCombination.ModifierValue.DOWN) {
            return "";
        }
        boolean shift = key.getShift() == KeyCombination.ModifierValue.DOWN;
        return switch (code.getCode()) {
            case SLASH -> shift ? "?" : "/";
            case OPEN_BRACKET -> shift ? "{" : "[";
            case CLOSE_BRACKET -> shift ? "}" : "]";
            case PERIOD -> shift ? ">" : ".";
            case COMMA -> shift ? "<" : ",";
            default -> "";
        };
    }

    /** The key of the action with this id; empty if there is none. */
    static String of(ActionRegistry actions, String id) {
        return actions.find(id).map(KeyNames::of).orElse("");
    }
}
