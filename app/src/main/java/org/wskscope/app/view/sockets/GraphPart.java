package org.wskscope.app.view.sockets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.wskscope.app.state.Selection;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.view.UserAction;
import org.wskscope.app.view.ViewPart;
import org.wskscope.engine.wsk.SocketId;

/** The tool window with the socket graph. FX thread. */
final class GraphPart implements ViewPart {
    private static final double ZOOM_STEP = 1.2;

    private final SocketGraphView view;
    private final SocketText words;
    private final SocketMenus menus;
    private final SocketCommandSender commands;
    private final Selection selection;
    private final CheckBox withIrp;
    private final SessionModel session;
    private final Label asOf = new Label();
    private final InvalidationListener showing = o -> showMoment();

    GraphPart(
            SocketGraphView view,
            SocketText words,
            SocketMenus menus,
            SocketCommandSender commands,
            Selection selection) {
        session = view.session();
        this.view = view;
        this.words = words;
        this.menus = menus;
        this.commands = commands;
        this.selection = selection;
        withIrp = new CheckBox(words.text("graph.withIrp"));
        withIrp.setId("disable-with-irp");
        withIrp.getStyleClass().add("small-check");
        withIrp.setTooltip(new Tooltip(words.text("graph.withIrp.explain")));
        withIrp.selectedProperty().bindBidirectional(commands.disableWithIrpProperty());
        asOf.setId("graph-as-of");
        asOf.getStyleClass().addAll("text-secondary", "text-small");
        session.momentProperty().addListener(showing);
        session.pastProperty().addListener(showing);
        showMoment();
    }

    /** What acts on the present gives its place to what tells that this is not it. */
    private void showMoment() {
        boolean past = session.isPast();
        asOf.setText(past ? words.text("graph.asOf", session.moment().sequence()) : "");
        asOf.setVisible(past);
        asOf.setManaged(past);
        withIrp.setVisible(!past);
        withIrp.setManaged(!past);
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public List<Node> headerActions() {
        return List.of(
                asOf,
                withIrp,
                button("graph-fit", Icons.FIT, "graph.fit", view::fit),
                button("graph-in", Icons.ENLARGE, "graph.zoomIn", () -> view.zoomBy(ZOOM_STEP)),
                button("graph-out", Icons.REDUCE, "graph.zoomOut", () -> view.zoomBy(1 / ZOOM_STEP)));
    }

    @Override
    public List<UserAction> actions() {
        List<UserAction> actions = new ArrayList<>();
        actions.add(UserAction.of("graph.fit", words.text("graph.fit"), "", view::fit));
        actions.add(UserAction.of("graph.zoomIn", words.text("graph.zoomIn"), "", () -> view.zoomBy(ZOOM_STEP)));
        actions.add(UserAction.of("graph.zoomOut", words.text("graph.zoomOut"), "", () -> view.zoomBy(1 / ZOOM_STEP)));
        actions.add(
                UserAction.of("graph.openFold", words.text("fold.action.open"), "", () -> onListener(menus::openFold)));
        actions.add(UserAction.of("graph.fold", words.text("fold.action.fold"), "", () -> onListener(menus::fold)));
        actions.add(UserAction.of(
                "graph.bringOut", words.text("fold.action.bringOut"), "", () -> onListener(menus::bringOut)));
        actions.add(UserAction.of(
                "graph.withIrp",
                words.text("graph.withIrp.switch"),
                "",
                () -> withIrp.setSelected(!withIrp.isSelected())));
        actions.add(UserAction.of("waits.hang", words.text("waits.hang"), "", () -> menus.letWaitsHang(true)));
        actions.add(UserAction.of("waits.refuse", words.text("waits.refuse"), "", () -> menus.letWaitsHang(false)));
        actions.add(UserAction.of("waits.end", words.text("waits.end"), "", menus::endWaits));
        actions.addAll(SocketActions.of(words, menus, commands, selection, view::anchorOf));
        return actions;
    }

    @Override
    public Optional<Bounds> spot() {
        return selection.socket().flatMap(view::placeOf);
    }

    @Override
    public void shown() {
        view.start();
    }

    @Override
    public void hidden() {
        view.stop();
    }

    @Override
    public void dispose() {
        session.momentProperty().removeListener(showing);
        session.pastProperty().removeListener(showing);
        view.dispose();
    }

    /** The listener that is selected, or that accepted what is. */
    private void onListener(Consumer<SocketId> run) {
        selection
                .socketRow()
                .ifPresentOrElse(
                        row -> run.accept(row.listener() == null ? row.id() : row.listener()),
                        () -> menus.report(words.text("fold.action.selectFirst")));
    }

    private Button button(String id, Icons icon, String key, Runnable run) {
        Button button = new Button();
        button.setId(id);
        button.setGraphic(icon.node());
        button.getStyleClass().setAll("tool-button");
        button.setAccessibleText(words.text(key));
        button.setTooltip(new Tooltip(words.text(key)));
        button.setOnAction(event -> run.run());
        return button;
    }
}
