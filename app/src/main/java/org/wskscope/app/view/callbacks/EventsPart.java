package org.wskscope.app.view.callbacks;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import org.wskscope.app.control.ColumnWidths;
import org.wskscope.app.state.BackgroundWork;
import org.wskscope.app.state.Selection;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.view.UserAction;
import org.wskscope.app.view.ViewContext;
import org.wskscope.app.view.ViewDescriptor;
import org.wskscope.app.view.ViewPart;
import org.wskscope.app.view.ViewPlace;

/** The tool window with the table of records. FX thread. */
public final class EventsPart implements ViewPart {
    private final ViewContext context;
    private final SessionModel session;
    private final Selection selection;
    private final EventsViewModel model;
    private final EventsView view;
    private final InvalidationListener selected = observable -> view().showSelection();
    private boolean shown;

    private EventsPart(
            ViewContext context,
            SessionModel session,
            Selection selection,
            BackgroundWork work,
            Runnable showInTimeline) {
        this.context = context;
        this.session = session;
        this.selection = selection;
        model = new EventsViewModel(session, selection, context.messages(), work);
        RowCopy copying = new RowCopy(context.messages(), context.notices(), work, model::words);
        view = new EventsView(
                model,
                context.messages(),
                new ColumnWidths(context.memory()::number, context.memory()::keep),
                copying,
                showInTimeline);
    }

    /**
     * Describes the window for a workbench on this session.
     *
     * @param work does what costs with the number of records
     * @param showInTimeline brings the selection into view in the timeline
     */
    public static ViewDescriptor descriptor(
            SessionModel session, Selection selection, BackgroundWork work, Runnable showInTimeline) {
        return new ViewDescriptor(
                "events",
                "events.title",
                Icons.RECORDS,
                ViewPlace.BOTTOM,
                true,
                context -> new EventsPart(context, session, selection, work, showInTimeline));
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public List<Node> headerActions() {
        return view.headerActions();
    }

    @Override
    public List<UserAction> actions() {
        return List.of(
                UserAction.of(
                        "events.filter",
                        context.messages().get("events.filter.action"),
                        "Shortcut+F",
                        view::focusFilter),
                UserAction.of("events.copy", context.messages().get("events.copy"), "", view::copy));
    }

    @Override
    public void shown() {
        if (!shown) {
            shown = true;
            session.snapshotProperty().addListener(view.news());
            selection.currentProperty().addListener(selected);
        }
        view.start();
        view.showSelection();
    }

    @Override
    public void hidden() {
        shown = false;
        session.snapshotProperty().removeListener(view.news());
        selection.currentProperty().removeListener(selected);
        view.stop();
    }

    @Override
    public void dispose() {
        hidden();
        model.stop();
    }

    private EventsView view() {
        return view;
    }
}
