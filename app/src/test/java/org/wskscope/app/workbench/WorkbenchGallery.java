package org.wskscope.app.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.wskscope.app.control.EmptyHint;
import org.wskscope.app.control.EventToggle;
import org.wskscope.app.control.FieldParsing;
import org.wskscope.app.control.FieldWithError;
import org.wskscope.app.control.HatchPaint;
import org.wskscope.app.control.KeyValueGrid;
import org.wskscope.app.control.LaneCanvas;
import org.wskscope.app.control.LaneFrame;
import org.wskscope.app.control.SearchField;
import org.wskscope.app.control.SectionTitle;
import org.wskscope.app.control.StatusPill;
import org.wskscope.app.control.TimeAxisRenderer;
import org.wskscope.app.control.TimeViewport;
import org.wskscope.app.control.ToggleState;
import org.wskscope.app.preferences.PreferencesStore;
import org.wskscope.app.theme.Fonts;
import org.wskscope.app.theme.Hue;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.theme.Theme;
import org.wskscope.app.theme.ThemeApplier;
import org.wskscope.app.theme.Token;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.ViewContext;
import org.wskscope.app.view.ViewDescriptor;
import org.wskscope.app.view.ViewPart;
import org.wskscope.app.view.ViewPlace;

/**
 * The window with every control in it and no session behind it, to look at: {@code WorkbenchGallery [theme] [percent]
 * [width] [height]}.
 */
public final class WorkbenchGallery extends Application {
    private final ScheduledExecutorService saver = Executors.newSingleThreadScheduledExecutor();

    /** Started from the class path, so the class named on the command line must not be the application itself. */
    public static final class Start {
        public static void main(String[] args) {
            Application.launch(WorkbenchGallery.class, args);
        }
    }

    @Override
    public void start(Stage stage) {
        List<String> args = getParameters().getRaw();
        ThemeApplier look = new ThemeApplier();
        DisplayTransport transport = new DisplayTransport(new SimpleDoubleProperty(0.25));
        PreferencesStore store =
                new PreferencesStore(Path.of(System.getProperty("java.io.tmpdir"), "wskscope-gallery"), saver);
        store.update(current -> current.withTheme(args.isEmpty() ? Theme.DARK.name() : args.get(0))
                .withUiScalePercent(args.size() < 2 ? 100 : Integer.parseInt(args.get(1))));
        Messages messages = new Messages(Locale.ENGLISH);
        WorkbenchWindow window = new WorkbenchWindow(stage, new WorkbenchWindow.Environment(messages, store, look));
        window.switchTo(window.add(new WorkbenchParts(views(), messages, store, look, transport)));
        window.statusBar().showState("engine running", Hue.RECEIVE);
        window.statusBar().addLeft("sockets").setText("5 sockets");
        window.statusBar().addLeft("flight").setText("1 callback in flight");
        window.show();
        if (args.size() > 3) {
            stage.setWidth(Integer.parseInt(args.get(2)));
            stage.setHeight(Integer.parseInt(args.get(3)));
        }
        if (args.size() > 4) {
            after(window, args.get(4));
        }
        stage.setOnHidden(event -> {
            window.close();
            saver.shutdown();
        });
    }

    private static void after(WorkbenchWindow window, String what) {
        if (what.equals("notices")) {
            window.notices().refused("STATUS_EVENT_PENDING", "The callback is still running. Wait until it returned.");
            window.notices().inform("Something worth knowing.");
            window.notices().inform("Something worth knowing.");
        } else {
            window.actions().find(what).orElseThrow().run().run();
        }
    }

    private static List<ViewDescriptor> views() {
        return List.of(
                view("sockets", Icons.SOCKETS, ViewPlace.LEFT, context -> tree()),
                view("graph", Icons.GRAPH, ViewPlace.CENTER_TOP, context -> card()),
                view("timeline", Icons.TIMELINE, ViewPlace.CENTER_BOTTOM, WorkbenchGallery::lanes),
                view("records", Icons.RECORDS, ViewPlace.BOTTOM, context -> table()),
                view("problems", Icons.PROBLEMS, ViewPlace.BOTTOM, context -> hint()),
                view("inspector", Icons.INSPECTOR, ViewPlace.RIGHT, context -> inspector()));
    }

    private static ViewDescriptor view(
            String id, Icons icon, ViewPlace place, java.util.function.Function<ViewContext, Node> node) {
        return new ViewDescriptor(id, "product", icon, place, true, context -> part(node.apply(context), id));
    }

    private static ViewPart part(Node node, String id) {
        Label note = new Label("Fit · 100 % · " + id);
        note.getStyleClass().addAll("text-hint", "text-small");
        return new ViewPart() {
            @Override
            public Node node() {
                return node;
            }

            @Override
            public List<Node> headerActions() {
                return List.of(note);
            }
        };
    }

    private static Node tree() {
        TreeItem<String> root = new TreeItem<>("Client echosrv");
        root.setExpanded(true);
        TreeItem<String> listener = new TreeItem<>("L1 127.0.0.1:50007");
        listener.setExpanded(true);
        listener.getChildren().addAll(List.of(new TreeItem<>("C1 ⇄ :41822"), new TreeItem<>("C2 ⇄ :41830")));
        root.getChildren().addAll(List.of(listener, new TreeItem<>("D1 127.0.0.1:50053")));
        TreeView<String> tree = new TreeView<>(root);
        tree.getSelectionModel().select(2);
        return tree;
    }

    private static Node card() {
        EventToggle waiting = new EventToggle("R", Hue.RECEIVE, "RECEIVE");
        waiting.setLamp(ToggleState.WAITING);
        waiting.setNote("disable pending…");
        waiting.setExplanation("The receive callback is still running.");
        EventToggle on = new EventToggle("D", Hue.DISCONNECT, "DISCONNECT");
        on.setLamp(ToggleState.ON);
        EventToggle locked = new EventToggle("A", Hue.ACCEPT, "ACCEPT");
        locked.setLamp(ToggleState.ON);
        locked.setLocked(true);
        locked.setNote("locked");
        EventToggle off = new EventToggle("B", Hue.BACKLOG, "SEND_BACKLOG");
        VBox card = new VBox(
                new StatusPill("connected", Hue.RECEIVE),
                waiting,
                on,
                locked,
                off,
                new StatusPill("STATUS_PENDING", Hue.WAITING),
                new StatusPill("refused", Hue.ERROR));
        card.getStyleClass().add("card");
        card.setLayoutX(60);
        card.setLayoutY(30);
        card.setPrefWidth(300);
        Pane pane = new Pane(card);
        pane.getStyleClass().add("canvas-surface");
        return pane;
    }

    private static Node lanes(ViewContext context) {
        LaneCanvas<String> lanes = new LaneCanvas<>(context.palette(), context.uiScale(), WorkbenchGallery::paintLanes);
        lanes.setMargins(150, 28);
        lanes.setHitTest((x, y) -> Optional.empty());
        lanes.followTailProperty().set(false);
        lanes.show(TimeViewport.between(10e6, 70e6));
        return lanes;
    }

    private static void paintLanes(LaneFrame frame) {
        TimeAxisRenderer.paintGrid(frame);
        var gc = frame.gc();
        double s = frame.scale();
        gc.setFill(frame.palette().color(Token.RECEIVE));
        gc.fillRoundRect(frame.xOf(16e6), 60 * s, frame.xOf(30e6) - frame.xOf(16e6), 24 * s, 6 * s, 6 * s);
        gc.setFill(frame.palette().color(Token.ON_FILL));
        gc.setFont(Fonts.uiBold(12 * s));
        gc.fillText("R WskReceiveEvent → SUCCESS", frame.xOf(16e6) + 6 * s, 76 * s);
        gc.setFill(HatchPaint.inFlight(frame.palette(), Token.RECEIVE, s));
        gc.fillRoundRect(frame.xOf(42e6), 60 * s, frame.xOf(62.7e6) - frame.xOf(42e6), 24 * s, 6 * s, 6 * s);
        gc.setFill(HatchPaint.waiting(frame.palette(), s));
        gc.fillRect(frame.xOf(52e6), 96 * s, frame.xOf(62.7e6) - frame.xOf(52e6), 14 * s);
        gc.setFill(frame.palette().color(Token.TEXT_1));
        gc.fillText("C1  callbacks", 12 * s, 76 * s);
        TimeAxisRenderer.paintRuler(frame);
    }

    private static Node table() {
        TableView<List<String>> table = new TableView<>();
        List<String> names = List.of("#", "Time", "CPU", "IRQL", "Socket", "Event", "Status", "Detail");
        for (int i = 0; i < names.size(); i++) {
            int column = i;
            TableColumn<List<String>, String> tableColumn = new TableColumn<>(names.get(i));
            tableColumn.setCellValueFactory(cell -> cell.getValue() == null
                    ? null
                    : new javafx.beans.property.SimpleStringProperty(
                            cell.getValue().get(column)));
            table.getColumns().add(tableColumn);
        }
        Supplier<List<String>> row = () -> List.of(
                "118", "42.013 ms", "0", "DISPATCH", "C1", "WskReceiveEvent", "64 B, flags ENTIRE_MESSAGE", "—");
        table.getItems().setAll(List.of(row.get(), row.get(), row.get()));
        table.getSelectionModel().select(1);
        return table;
    }

    private static Node hint() {
        return new EmptyHint(Icons.PROBLEMS, "No problems found.", "Misuse of WSK is listed here as it happens.");
    }

    private static Node inspector() {
        KeyValueGrid grid = new KeyValueGrid("Copy");
        grid.add("RequestType", "WskSetOption");
        grid.add("ControlCode", "SO_WSK_EVENT_CALLBACK");
        grid.add("Irp", "#7 (pending)", Hue.ACCENT);
        grid.add("returned", "STATUS_PENDING", Hue.WAITING);
        grid.setStyle("-fx-padding: 1em;");
        FieldWithError<Integer> field =
                new FieldWithError<>("Port", FieldParsing::port, problem -> "A port is a number from 0 to 65535.");
        field.setText("http");
        field.setStyle("-fx-padding: 1em;");
        VBox box = new VBox(new SectionTitle("EventMask bits"), grid, new SectionTitle("Why this status"), field);
        box.getChildren().add(new SearchField("Filter"));
        return box;
    }

    /** The bundled faces are registered by the window; nothing else is needed here. */
    @Override
    public void stop() {
        saver.shutdown();
    }
}
