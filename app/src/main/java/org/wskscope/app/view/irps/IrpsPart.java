package org.wskscope.app.view.irps;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.wskscope.app.state.CommandPort;
import org.wskscope.app.state.Selected;
import org.wskscope.app.state.Selection;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.view.ViewContext;
import org.wskscope.app.view.ViewDescriptor;
import org.wskscope.app.view.ViewPart;
import org.wskscope.app.view.ViewPlace;
import org.wskscope.engine.session.EngineCommand;

/** The tool window of waiting requests. FX thread. */
public final class IrpsPart implements ViewPart {
    private final IrpsViewModel model;
    private final IrpsView view;

    private IrpsPart(ViewContext context, SessionModel session, Selection selection, CommandPort commands) {
        model = new IrpsViewModel(session);
        view = new IrpsView(
                model,
                context.messages(),
                () -> session.playhead().timeNanos(),
                line -> selection.select(new Selected.IrpSelected(
                        line.socket(), line.irp().irp(), line.irp().pended())),
                line -> commands.submit(new EngineCommand.CancelIrp(line.irp().irp())));
    }

    /** Describes the window for a workbench on this session. */
    public static ViewDescriptor descriptor(SessionModel session, Selection selection, CommandPort commands) {
        return new ViewDescriptor(
                "irps",
                "irps.title",
                Icons.IRPS,
                ViewPlace.BOTTOM,
                true,
                context -> new IrpsPart(context, session, selection, commands));
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public ObservableValue<String> badge() {
        return Bindings.createStringBinding(
                () -> model.pendingProperty().get() == 0
                        ? ""
                        : Integer.toString(model.pendingProperty().get()),
                model.pendingProperty());
    }

    @Override
    public void shown() {
        model.setActive(true);
        view.start();
    }

    @Override
    public void hidden() {
        model.setActive(false);
        view.stop();
    }

    @Override
    public void dispose() {
        view.stop();
    }
}
