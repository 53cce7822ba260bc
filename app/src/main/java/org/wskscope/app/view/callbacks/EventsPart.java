package org.wskscope.app.view.callbacks;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
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
    private final Selection selection;
    private final EventsView view;
    private final InvalidationListener selected = observable -> select();

    private EventsPart(ViewContext context, SessionModel session, Selection selection) {
        this.context = context;
        this.selection = selection;
        view = new EventsView(new EventsViewModel(session, selection, context.messages()), context.messages());
        selection.currentProperty().addListener(selected);
    }

    /** Describes the window for a workbench on this session. */
    public static ViewDescriptor descriptor(SessionModel session, Selection selection) {
        return new ViewDescriptor(
                "events",
                "events.title",
                Icons.RECORDS,
                ViewPlace.BOTTOM,
                true,
                context -> new EventsPart(context, session, selection));
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
        view.start();
        view.showSelection();
    }

    @Override
    public void hidden() {
        view.stop();
    }

    @Override
    public void dispose() {
        view.stop();
        selection.currentProperty().removeListener(selected);
    }

    private void select() {
        view.showSelection();
    }
}
