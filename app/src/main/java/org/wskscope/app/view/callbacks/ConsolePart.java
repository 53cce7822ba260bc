package org.wskscope.app.view.callbacks;

import java.util.List;
import javafx.scene.Node;
import org.wskscope.app.state.BackgroundWork;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.view.ViewContext;
import org.wskscope.app.view.ViewDescriptor;
import org.wskscope.app.view.ViewPart;
import org.wskscope.app.view.ViewPlace;

/** The tool window with the trace in its notation, to be read and copied. FX thread. */
public final class ConsolePart implements ViewPart {
    private final SessionModel session;
    private final ConsoleView view;
    private boolean shown;

    private ConsolePart(ViewContext context, SessionModel session, BackgroundWork work) {
        this.session = session;
        view = new ConsoleView(session, context.messages(), work);
    }

    /** Describes the window for a workbench on this session; {@code work} reads the records. */
    public static ViewDescriptor descriptor(SessionModel session, BackgroundWork work) {
        return new ViewDescriptor(
                "console",
                "console.title",
                Icons.CONSOLE,
                ViewPlace.BOTTOM,
                true,
                context -> new ConsolePart(context, session, work));
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
        view.end();
    }
}
