package org.wskscope.app.view.findings;

import java.net.URI;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.wskscope.app.state.Selection;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.view.ViewContext;
import org.wskscope.app.view.ViewDescriptor;
import org.wskscope.app.view.ViewPart;
import org.wskscope.app.view.ViewPlace;
import org.wskscope.engine.projection.RuleBook;

/** The tool window of problems. FX thread. */
public final class FindingsPart implements ViewPart {
    private final FindingsViewModel model;
    private final FindingsView view;

    private FindingsPart(
            ViewContext context, SessionModel session, Selection selection, RuleBook rules, Consumer<URI> openPage) {
        model = new FindingsViewModel(session, rules);
        view = new FindingsView(
                model,
                context.messages(),
                finding -> selection.selectRecord(FindingsViewModel.subject(finding)),
                openPage);
    }

    /** Describes the window for a workbench on this session; {@code openPage} shows a page in the user's browser. */
    public static ViewDescriptor descriptor(
            SessionModel session, Selection selection, RuleBook rules, Consumer<URI> openPage) {
        return new ViewDescriptor(
                "problems",
                "problems.title",
                Icons.PROBLEMS,
                ViewPlace.BOTTOM,
                true,
                context -> new FindingsPart(context, session, selection, rules, openPage));
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public ObservableValue<String> badge() {
        return Bindings.createStringBinding(
                () -> model.findings().isEmpty()
                        ? ""
                        : Integer.toString(model.findings().size()),
                model.findings());
    }
}
