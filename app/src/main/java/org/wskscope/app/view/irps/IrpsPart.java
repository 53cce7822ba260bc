package org.wskscope.app.view.irps;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.wskscope.app.control.ColumnWidths;
import org.wskscope.app.state.BackgroundWork;
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
    private final SessionModel session;
    private final IrpsViewModel model;
    private final IrpsView view;
    private boolean shown;

    /** What the window works with beyond the session it shows. */
    public record Environment(CommandPort commands, BackgroundWork work, Runnable showInTimeline) {}

    private IrpsPart(ViewContext context, SessionModel session, Selection selection, Environment around) {
        this.session = session;
        model = new IrpsViewModel(session, around.work());
        view = new IrpsView(
                model,
                context.messages(),
                new ColumnWidths(context.memory()::number, context.memory()::keep),
                new IrpsView.Deeds(
                        line -> selection.select(new Selected.IrpSelected(
                                line.socket(), line.irp().irp(), line.irp().pended())),
                        line -> around.commands()
                                .submit(new EngineCommand.CancelIrp(line.irp().irp())),
                        around.showInTimeline()));
    }

    /** Describes the window for a workbench on this session. */
    public static ViewDescriptor descriptor(SessionModel session, Selection selection, Environment around) {
        return new ViewDescriptor(
                "irps",
                "irps.title",
                Icons.IRPS,
                ViewPlace.BOTTOM,
                true,
                context -> new IrpsPart(context, session, selection, around));
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
        model.rest();
    }

    @Override
    public void dispose() {
        hidden();
        model.dispose();
    }
}
