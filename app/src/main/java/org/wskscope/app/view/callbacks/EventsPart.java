package org.wskscope.app.view.callbacks;

import java.util.List;
import java.util.function.BiFunction;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import org.wskscope.app.control.ColumnWidths;
import org.wskscope.app.state.BackgroundWork;
import org.wskscope.app.state.Condition;
import org.wskscope.app.state.RecordFinder;
import org.wskscope.app.state.RecordSearch;
import org.wskscope.app.state.Selection;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.UserAction;
import org.wskscope.app.view.ViewContext;
import org.wskscope.app.view.ViewDescriptor;
import org.wskscope.app.view.ViewPart;
import org.wskscope.app.view.ViewPlace;
import org.wskscope.engine.projection.ScopeSnapshot;

/** The tool window with the table of records. FX thread. */
public final class EventsPart implements ViewPart {
    private final ViewContext context;
    private final SessionModel session;
    private final Selection selection;
    private final EventsViewModel model;
    private final EventsView view;
    private final Runnable open;
    private final InvalidationListener selected = observable -> view().showSelection();
    private boolean shown;

    /**
     * What the window works with beyond the session it shows.
     *
     * @param work does what costs with the number of records
     * @param finder finds records by what they say
     * @param showInTimeline brings the selection into view there
     * @param open brings this window to the front
     */
    public record Environment(BackgroundWork work, RecordFinder finder, Runnable showInTimeline, Runnable open) {}

    private EventsPart(ViewContext context, SessionModel session, Selection selection, Environment around) {
        this.context = context;
        this.open = around.open();
        this.session = session;
        this.selection = selection;
        model = new EventsViewModel(session, selection, context.messages(), around.work());
        RowCopy copying = new RowCopy(context.messages(), context.notices(), around.work(), model::words);
        view = new EventsView(
                model,
                context.messages(),
                new ColumnWidths(context.memory()::number, context.memory()::keep),
                copying,
                around);
    }

    /** What makes a {@link RecordFinder} recognize records by what the table says of them. */
    public static BiFunction<String, ScopeSnapshot, RecordSearch.Matcher> matchers(Messages messages) {
        return (text, first) -> new LineMatcher(RecordFilter.finding(text), messages, first);
    }

    /** Reads conditions on records in the language of the filter; a time or a record number alone is one too. */
    public static Condition.Reader conditions(Messages messages) {
        return new ConditionReader(messages);
    }

    /** A record in a few words, as the table says it: what happened, and with what. */
    public static String sentence(Messages messages, ScopeSnapshot snapshot, long sequence) {
        return RecordLines.sentence(messages, snapshot, sequence);
    }

    /** Describes the window for a workbench on this session. */
    public static ViewDescriptor descriptor(SessionModel session, Selection selection, Environment around) {
        return new ViewDescriptor(
                "events",
                "events.title",
                Icons.RECORDS,
                ViewPlace.BOTTOM,
                true,
                context -> new EventsPart(context, session, selection, around));
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
                action("find", "Shortcut+F", view::find),
                action("findNext", "F3", view::findNext),
                action("findPrevious", "Shift+F3", view::findPrevious),
                action("filter", "Shortcut+Shift+F", view::focusFilter),
                action("copy", "", view::copy));
    }

    /** Something to do in this window, which comes to the front for it. */
    private UserAction action(String name, String keys, Runnable run) {
        return UserAction.of("events." + name, context.messages().get("events.action." + name), keys, () -> {
            open.run();
            run.run();
        });
    }

    @Override
    public void shown() {
        if (!shown) {
            shown = true;
            session.snapshotProperty().addListener(view.news());
            session.pastProperty().addListener(view.news());
            selection.currentProperty().addListener(selected);
        }
        view.start();
        view.showSelection();
    }

    @Override
    public void hidden() {
        shown = false;
        session.snapshotProperty().removeListener(view.news());
        session.pastProperty().removeListener(view.news());
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
