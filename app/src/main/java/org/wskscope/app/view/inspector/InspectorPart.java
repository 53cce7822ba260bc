package org.wskscope.app.view.inspector;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import org.wskscope.app.state.CommandPort;
import org.wskscope.app.state.Selection;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.view.RuleOpener;
import org.wskscope.app.view.ViewContext;
import org.wskscope.app.view.ViewDescriptor;
import org.wskscope.app.view.ViewPart;
import org.wskscope.app.view.ViewPlace;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.projection.RuleBook;
import org.wskscope.engine.session.CallbackBehaviour;
import org.wskscope.engine.session.EngineCommand;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.WskCallback;

/** The inspector's tool window. FX thread. */
public final class InspectorPart implements ViewPart {
    private final SessionModel session;
    private final Selection selection;
    private final InspectorReader reader;
    private final InspectorView view;
    private final InvalidationListener refresh = observable -> refresh();
    private boolean active;

    /** What the inspector needs of the program besides the session. */
    public record Environment(CommandPort commands, RuleBook rules, RuleOpener pages) {}

    private InspectorPart(ViewContext context, SessionModel session, Selection selection, Environment surroundings) {
        this.session = session;
        this.selection = selection;
        Holds holds = new Holds(surroundings.commands());
        reader = new InspectorReader(session, selection, context.messages(), surroundings.rules(), holds);
        view = new InspectorView(
                context.messages(),
                new InspectorView.Requests(
                        selection::select,
                        surroundings.pages(),
                        (call, status) -> surroundings.commands().submit(returning(call, status)),
                        (listener, on) ->
                                surroundings.commands().submit(new EngineCommand.SetConditionalAccept(listener, on)),
                        holds::end));
        selection.currentProperty().addListener(refresh);
        session.snapshotProperty().addListener(refresh);
    }

    private static EngineCommand returning(InspectorContent.HeldCall call, NtStatus status) {
        InspectAction action = InspectAction.of(status.code()).orElse(InspectAction.WskInspectReject);
        return call.callback() == WskCallback.INSPECT
                ? new EngineCommand.AnswerInspect(call.socket(), call.entered(), action)
                : new EngineCommand.ReturnHeld(call.socket(), call.entered(), status, CallbackBehaviour.ALL_BYTES);
    }

    /** Describes the window for a workbench on this session. */
    public static ViewDescriptor descriptor(SessionModel session, Selection selection, Environment surroundings) {
        return new ViewDescriptor(
                "inspector",
                "inspector.title",
                Icons.INSPECTOR,
                ViewPlace.RIGHT,
                true,
                context -> new InspectorPart(context, session, selection, surroundings));
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public List<Node> headerActions() {
        return List.of(view.number());
    }

    @Override
    public void shown() {
        active = true;
        refresh();
    }

    @Override
    public void hidden() {
        active = false;
    }

    @Override
    public void dispose() {
        selection.currentProperty().removeListener(refresh);
        session.snapshotProperty().removeListener(refresh);
    }

    private void refresh() {
        if (active) {
            view.show(reader.read());
        }
    }
}
