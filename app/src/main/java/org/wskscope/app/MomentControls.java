package org.wskscope.app;

import java.util.List;
import javafx.beans.value.ObservableValue;
import org.wskscope.app.state.Cursor;
import org.wskscope.app.state.ScenarioProgress;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.UserAction;
import org.wskscope.app.view.callbacks.EventsPart;
import org.wskscope.app.view.moment.MomentActions;
import org.wskscope.app.view.moment.MomentBar;
import org.wskscope.app.view.moment.RunUntilBar;
import org.wskscope.app.view.moment.TransportButtons;
import org.wskscope.app.workbench.ActionSlot;
import org.wskscope.app.workbench.Workbench;

/** Puts what moves the moment around the tool windows of one session. FX thread. */
final class MomentControls {
    private MomentControls() {}

    static void show(
            SessionContext desk, Workbench workbench, ObservableValue<ScenarioProgress> scenario, Messages messages) {
        SessionModel model = desk.model();
        List<UserAction> actions = MomentActions.of(model, desk.selection(), scenario, messages);
        workbench.actions().registerAll(actions);
        RunUntilBar until = new RunUntilBar(model, desk.background(), EventsPart.conditions(messages), messages);
        workbench.actions().registerAll(List.of(until.action()));
        workbench.actions().find("moment.end").ifPresent(desk.commands()::offerToEnd);
        workbench.topBar().fill(ActionSlot.TRANSPORT, new TransportButtons(model, actions, messages));
        workbench.addStrip(new MomentBar(
                model,
                messages,
                (snapshot, sequence) -> EventsPart.sentence(messages, snapshot, sequence),
                scenario,
                new MomentBar.Look(workbench.paletteProperty(), workbench.uiScaleProperty())));
        workbench.addStrip(until);
        model.pastProperty().addListener((o, old, now) -> workbench.setPast(now));
        model.momentProperty().addListener((o, old, now) -> {
            if (now.sequence() != old.sequence() && model.travel().cursor() instanceof Cursor.At) {
                desk.selection().accompany(now.sequence() - 1);
            }
        });
    }
}
