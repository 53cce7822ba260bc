package org.wskscope.app.control;

import javafx.scene.control.MenuItem;

/** A menu item that shows its text as it is: names such as STATUS_PENDING keep their underscores. */
public final class LiteralMenuItem extends MenuItem {
    public LiteralMenuItem(String text, Runnable run) {
        super(text);
        setMnemonicParsing(false);
        setOnAction(event -> run.run());
    }
}
