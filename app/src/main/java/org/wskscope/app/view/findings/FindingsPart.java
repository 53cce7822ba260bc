package org.wskscope.app.view.findings;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.wskscope.app.state.Selection;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.view.RuleOpener;
import org.wskscope.app.view.ViewContext;
import org.wskscope.app.view.ViewDescriptor;
import org.wskscope.app.view.ViewPart;
import org.wskscope.app.view.ViewPlace;
import org.wskscope.engine.projection.RuleBook;

/** The tool window of problems. FX thread. */
public final class FindingsPart implements ViewPart {
    private final SessionModel session;
    private final FindingsViewModel model;
    private final FindingsView view;
    private boolean shown;

    /**
     * What the window works with beyond the session it shows.
     *
     * @param openRule shows a rule to read
     * @param showInTimeline brings the selection into view there
     */
    public record Environment(RuleBook rules, RuleOpener openRule, Runnable showInTimeline) {}

    private FindingsPart(ViewContext context, SessionModel session, Selection selection, Environment around) {
        this.session = session;
        model = new FindingsViewModel(session, around.rules());
        view = new FindingsView(
                model,
                context.messages(),
                new FindingsView.Deeds(
                        finding -> selection.selectRecord(FindingsViewModel.subject(finding)),
                        around.openRule(),
                        around.showInTimeline()));
    }

    /** Describes the window for a workbench on this session. */
    public static ViewDescriptor descriptor(SessionModel session, Selection selection, Environment around) {
        return new ViewDescriptor(
                "problems",
                "problems.title",
                Icons.PROBLEMS,
                ViewPlace.BOTTOM,
                true,
                context -> new FindingsPart(context, session, selection, around));
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public ObservableValue<String> badge() {
        return Bindings.createStringBinding(
                () -> model.countProperty().get() == 0
                        ? ""
                        : Integer.toString(model.countProperty().get()),
                model.countProperty());
    }

    @Override
    public void shown() {
        if (!shown) {
            shown = true;
            session.snapshotProperty().addListener(view.news());
        }
        view.start();
    }

    @Override
    public void hidden() {
        shown = false;
        session.snapshotProperty().removeListener(view.news());
        view.stop();
    }

    @Override
    public void dispose() {
        hidden();
        model.dispose();
    }
}
