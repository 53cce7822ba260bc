package org.wskscope.app;

import org.wskscope.app.control.TimeText;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.state.Trouble;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.UserAction;
import org.wskscope.app.workbench.Workbench;

/** Says above the tool windows what keeps them from showing what happens, and offers a new session. FX thread. */
final class TroubleSigns {
    private TroubleSigns() {}

    static void show(SessionModel model, Messages messages, Workbench workbench, Runnable newSession) {
        UserAction answer = UserAction.of("trouble-new-session", messages.get("trouble.answer"), "", newSession);
        model.troubleProperty().addListener((o, old, now) -> show(now, messages, workbench, answer));
    }

    private static void show(Trouble trouble, Messages messages, Workbench workbench, UserAction answer) {
        if (trouble.exists()) {
            String sentence =
                    messages.format("trouble." + trouble.kind(), TimeText.of(trouble.timeNanos()), trouble.records());
            workbench.showTrouble(sentence, trouble.hidesThePresent(), answer);
        } else {
            workbench.clearTrouble();
        }
    }
}
