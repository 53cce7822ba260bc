package org.wskscope.app;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.wskscope.app.theme.Hue;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.choices.ChoiceText;
import org.wskscope.app.workbench.StatusBar;
import org.wskscope.engine.session.SessionChoices;

/** The status bar's mark of a session that does not have the usual choices; its tooltip says which. FX thread. */
final class ChoicesMark {
    private ChoicesMark() {}

    static void show(SessionContext desk, Messages messages, StatusBar bar) {
        ChoiceText words = new ChoiceText(messages);
        Label mark = bar.addLeft("choices");
        mark.setGraphic(Icons.INSPECTOR.node("icon-hue", "icon-small"));
        mark.getStyleClass().addAll("text-hue", Hue.WAITING.styleClass());
        desk.choicesProperty().addListener((o, old, now) -> show(now, desk, words, mark));
        show(desk.choicesProperty().get(), desk, words, mark);
    }

    private static void show(SessionChoices choices, SessionContext desk, ChoiceText words, Label mark) {
        mark.setText(words.mark(choices));
        mark.setTooltip(new Tooltip(words.differences(choices, desk.session().seed())));
        mark.setVisible(!choices.isDefault());
        mark.setManaged(!choices.isDefault());
    }
}
