package org.wskscope.app.view.sockets;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.state.Selection;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.view.ViewContext;
import org.wskscope.app.view.ViewDescriptor;
import org.wskscope.app.view.ViewPart;
import org.wskscope.app.view.ViewPlace;

/** Makes the two windows on sockets, tree and graph, which share what a person can do to a socket. FX thread. */
public final class SocketViews {
    private final String system;
    private final SessionModel session;
    private final Selection selection;
    private final CommandContext road;
    private @Nullable Shared shared;

    /** What both windows use. */
    private record Shared(SocketText words, SocketCommandSender commands, SocketForms forms, SocketMenus menus) {}

    /** {@code system}: the one whose commands connect to its ports; empty where no program can. */
    public SocketViews(SessionModel session, Selection selection, CommandContext road, String system) {
        this.system = system;
        this.session = session;
        this.selection = selection;
        this.road = road;
    }

    /** The descriptors of tree and graph. */
    public List<ViewDescriptor> descriptors() {
        return List.of(
                new ViewDescriptor("sockets", "sockets.title", Icons.SOCKETS, ViewPlace.LEFT, true, this::openTree),
                new ViewDescriptor("graph", "graph.title", Icons.GRAPH, ViewPlace.CENTER_TOP, true, this::openGraph));
    }

    private ViewPart openTree(ViewContext context) {
        Shared common = shared(context);
        SocketTreeViewModel model = new SocketTreeViewModel(session, selection);
        return new SocketsPart(
                new SocketTreeView(model, common.menus(), common.forms(), common.commands()), common.words());
    }

    private ViewPart openGraph(ViewContext context) {
        Shared common = shared(context);
        SocketGraphViewModel model = new SocketGraphViewModel(session, selection, common.commands(), common.words());
        SocketGraphView view = new SocketGraphView(
                model, context, new GraphCards.Shared(common.words(), common.menus(), common.commands()));
        if (!system.isEmpty()) {
            view.tellHowToConnect(system);
        }
        return new GraphPart(view, common.words(), common.menus(), common.commands(), selection);
    }

    private Shared shared(ViewContext context) {
        Shared known = shared;
        if (known == null) {
            SocketText words = new SocketText(context.messages());
            SocketCommandSender commands = new SocketCommandSender(road, selection, context.notices());
            SocketForms forms = new SocketForms(words, commands);
            known = new Shared(words, commands, forms, new SocketMenus(words, commands, forms, session));
            shared = known;
        }
        return known;
    }
}
