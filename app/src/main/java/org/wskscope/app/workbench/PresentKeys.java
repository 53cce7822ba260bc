package org.wskscope.app.workbench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keys of a presentation, those of a clicker among them; without Ctrl, Alt or Shift. */
enum PresentKeys {
    NEXT(KeyCode.RIGHT, KeyCode.DOWN, KeyCode.PAGE_DOWN, KeyCode.SPACE, KeyCode.ENTER),
    PREVIOUS(KeyCode.LEFT, KeyCode.UP, KeyCode.PAGE_UP, KeyCode.BACK_SPACE),
    FIRST(KeyCode.HOME),
    LAST(KeyCode.END),
    TIMELINE(KeyCode.DIGIT1, KeyCode.NUMPAD1),
    GRAPH(KeyCode.DIGIT2, KeyCode.NUMPAD2),
    BOTH(KeyCode.DIGIT3, KeyCode.NUMPAD3),
    SPOTLIGHT(KeyCode.S),
    POINTER(KeyCode.L),
    DRAW(KeyCode.D),
    ERASE(KeyCode.E),
    BLANK(KeyCode.B, KeyCode.PERIOD),
    ECHO(KeyCode.K),
    END(KeyCode.ESCAPE, KeyCode.P);

    private final List<KeyCode> codes;

    PresentKeys(KeyCode... codes) {
        this.codes = List.of(codes);
    }

    /** What the key is for in a presentation; empty when it is left to the program. */
    static Optional<PresentKeys> of(KeyEvent event) {
        boolean plain = !event.isControlDown() && !event.isAltDown() && !event.isMetaDown() && !event.isShiftDown();
        return plain
                ? Stream.of(values())
                        .filter(key -> key.codes.contains(event.getCode()))
                        .findFirst()
                : Optional.empty();
    }

    /** Part of the key of its words. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
