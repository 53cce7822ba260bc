package org.wskscope.app;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import org.wskscope.app.state.ScenarioProgress.Stage;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.view.UserAction;
import org.wskscope.engine.projection.ScopeSnapshot;

/**
 * Shows the whole of a run in virtual time once it is over and the views have all of it: it may have lasted microseconds or minutes. FX thread.
 */
final class RunOverview {
    private static final String SHOW_EVERYTHING = "timeline.everything";

    private RunOverview() {}

    static void afterEachRun(VirtualSessions virtual) {
        virtual.scenarios().progressProperty().addListener((o, before, now) -> {
            SessionContext desk = virtual.desk();
            if (before.isPlaying() && !now.isPlaying() && now.stage() != Stage.CANCELLED && desk != null) {
                whenAllIsShown(desk);
            }
        });
    }

    private static void whenAllIsShown(SessionContext desk) {
        SessionModel model = desk.model();
        long end = desk.session().log().size();
        if (model.snapshot().playhead() >= end) {
            showEverything(desk);
            return;
        }
        model.snapshotProperty().addListener(new ChangeListener<ScopeSnapshot>() {
            @Override
            public void changed(ObservableValue<? extends ScopeSnapshot> o, ScopeSnapshot old, ScopeSnapshot now) {
                if (now.playhead() >= end) {
                    model.snapshotProperty().removeListener(this);
                    showEverything(desk);
                }
            }
        });
    }

    private static void showEverything(SessionContext desk) {
        desk.workbench().actions().find(SHOW_EVERYTHING).map(UserAction::run).ifPresent(Runnable::run);
    }
}
