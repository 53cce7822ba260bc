package org.wskscope.app.view.callbacks;

import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.view.ViewContext;
import org.wskscope.app.view.ViewDescriptor;
import org.wskscope.app.view.ViewPart;
import org.wskscope.app.view.ViewPlace;

/** The tool window with the trace in its notation, to be read and copied. FX thread. */
public final class ConsolePart implements ViewPart {
    private static final long NANOS_BETWEEN_TEXTS = 200_000_000;

    private final SessionModel session;
    private final ConsoleModel model = new ConsoleModel();
    private final TextArea text = new TextArea();
    private final String omitted;
    private final AnimationTimer pulse = new AnimationTimer() {
        private long last;
        private boolean changed;

        @Override
        public void handle(long now) {
            changed |=
                    model.advance(session.snapshot().log(), session.playhead().sequence());
            boolean readingEarlier = !text.getSelectedText().isEmpty();
            if (changed && !readingEarlier && now - last > NANOS_BETWEEN_TEXTS) {
                last = now;
                changed = false;
                show();
            }
        }
    };

    private ConsolePart(ViewContext context, SessionModel session) {
        this.session = session;
        omitted = context.messages().format("console.omitted", ConsoleModel.LINES_KEPT);
        text.setId("console-text");
        text.setEditable(false);
        text.getStyleClass().add("console-text");
        text.setPromptText(context.messages().get("console.empty"));
    }

    /** Describes the window for a workbench on this session. */
    public static ViewDescriptor descriptor(SessionModel session) {
        return new ViewDescriptor(
                "console",
                "console.title",
                Icons.CONSOLE,
                ViewPlace.BOTTOM,
                true,
                context -> new ConsolePart(context, session));
    }

    @Override
    public Node node() {
        return text;
    }

    @Override
    public void shown() {
        pulse.start();
    }

    @Override
    public void hidden() {
        pulse.stop();
    }

    @Override
    public void dispose() {
        pulse.stop();
    }

    private void show() {
        text.setText(model.hasDropped() ? omitted + "\n" + model.text() : model.text());
        text.positionCaret(text.getLength());
    }
}
