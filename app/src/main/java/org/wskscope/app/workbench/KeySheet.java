package org.wskscope.app.workbench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.wskscope.app.control.SearchField;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.UserAction;

/** All keys on one sheet, in groups, what is used most first; in as many columns as there is room for, and narrowed by what is typed. FX thread. */
final class KeySheet extends Overlay {
    /** The least width of a column, in lengths of an em. */
    private static final double COLUMN = 27;

    private static final int MOST_COLUMNS = 3;

    /** One group: its words are {@code keys.group.<name>}; what is in it, as whole ids or beginnings of ids; its gestures have {@code gesture.<name>} and {@code gesture.<name>.does}. */
    private record Group(String name, List<String> ids, List<String> gestures) {}

    private static final List<Group> GROUPS = List.of(
            new Group(
                    "first",
                    List.of(
                            "workbench.search",
                            "transport.toggle",
                            "workbench.keys",
                            "focus.work",
                            "timeline.find",
                            "timeline.goTo",
                            "events.filter",
                            "sockets.create"),
                    List.of("menu")),
            new Group("socket", List.of("socket."), List.of()),
            new Group(
                    "timeline", List.of("timeline."), List.of("zoom", "pan", "wheel", "range", "drag", "area", "open")),
            new Group("moment", List.of("moment."), List.of("scrub", "step")),
            new Group("graph", List.of("graph."), List.of("cards", "inside", "page")),
            new Group("selection", List.of("selection."), List.of()),
            new Group("windows", List.of("window.", "focus.", "layout."), List.of("divider")),
            new Group("look", List.of("look.", "workbench.fullScreen"), List.of()),
            new Group(
                    "present",
                    List.of("workbench.present"),
                    List.of(
                            "present.next",
                            "present.previous",
                            "present.ends",
                            "present.views",
                            "present.spotlight",
                            "present.pointer",
                            "present.draw",
                            "present.blank",
                            "present.echo",
                            "present.end")),
            new Group("other", List.of(""), List.of()));

    private record Line(String key, String does) {}

    private record Block(String title, List<Line> lines) {}

    private final Messages messages;
    private final ActionRegistry actions;
    private final SearchField field;
    private final HBox columns = new HBox();
    private final ScrollPane scroll = new ScrollPane(columns);
    private int shownColumns;

    KeySheet(Messages messages, ActionRegistry actions) {
        super("key-sheet", Pos.CENTER);
        this.messages = messages;
        this.actions = actions;
        Label title = new Label(messages.get("keys.title"));
        title.getStyleClass().add("text-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        field = new SearchField(messages.get("keys.filter"));
        field.setId("key-sheet-filter");
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox head = new HBox(title, field);
        head.getStyleClass().add("key-head");
        columns.getStyleClass().add("key-columns");
        scroll.setId("key-sheet-scroll");
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox sheet = new VBox(head, scroll);
        sheet.getStyleClass().addAll("overlay-sheet", "key-sheet");
        StackPane.setAlignment(sheet, Pos.CENTER);
        put(sheet);
        field.textProperty().addListener(o -> fill());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::scrollByKey);
        widthProperty().addListener(o -> {
            if (isVisible() && shownColumns != columnCount()) {
                fill();
            }
        });
    }

    void open() {
        open(field);
        field.clear();
        fill();
        scroll.setVvalue(0);
    }

    /** The field has the focus, and the arrows and page keys the lines. */
    private void scrollByKey(KeyEvent event) {
        double page = scroll.getViewportBounds().getHeight()
                / Math.max(1, columns.getHeight() - scroll.getViewportBounds().getHeight());
        double step = event.getCode() == KeyCode.PAGE_DOWN
                ? page
                : event.getCode() == KeyCode.PAGE_UP
                        ? -page
                        : event.getCode() == KeyCode.DOWN ? page / 8 : event.getCode() == KeyCode.UP ? -page / 8 : 0;
        if (step != 0) {
            scroll.setVvalue(Math.max(0, Math.min(1, scroll.getVvalue() + step)));
            event.consume();
        }
    }

    private void fill() {
        List<Block> blocks = blocks(field.getText().strip().toLowerCase(Locale.ROOT));
        shownColumns = columnCount();
        columns.getChildren().clear();
        int left = blocks.stream().mapToInt(KeySheet::size).sum();
        int from = 0;
        for (int column = shownColumns; column > 0 && from < blocks.size(); column--) {
            VBox box = new VBox();
            box.getStyleClass().add("key-column");
            HBox.setHgrow(box, Priority.ALWAYS);
            box.setPrefWidth(0);
            int share = (int) Math.ceil(left / (double) column);
            int filled = 0;
            while (from < blocks.size()
                    && (filled == 0 || column == 1 || filled + size(blocks.get(from)) / 2 <= share)) {
                filled += size(blocks.get(from));
                box.getChildren().add(node(blocks.get(from++)));
            }
            left -= filled;
            columns.getChildren().add(box);
        }
        if (blocks.isEmpty()) {
            columns.getChildren().add(new Label(messages.get("search.nothing")));
        }
    }

    private static int size(Block block) {
        return block.lines().size() + 2;
    }

    private int columnCount() {
        double em = Math.max(1, field.getFont().getSize());
        return (int) Math.max(1, Math.min(MOST_COLUMNS, (getWidth() / em - 4) / COLUMN));
    }

    private List<Block> blocks(String wanted) {
        List<Block> blocks = new ArrayList<>();
        Set<UserAction> left = new LinkedHashSet<>();
        actions.all().stream().filter(action -> !action.shortcuts().isEmpty()).forEach(left::add);
        for (Group group : GROUPS) {
            List<Line> lines = new ArrayList<>();
            for (String id : group.ids()) {
                left.stream()
                        .filter(action -> action.id().equals(id)
                                || (!id.contains(".") || id.endsWith("."))
                                        && action.id().startsWith(id))
                        .toList()
                        .forEach(action -> {
                            left.remove(action);
                            lines.add(new Line(KeyNames.all(action), action.title()));
                        });
            }
            for (String gesture : group.gestures()) {
                lines.add(new Line(messages.get("gesture." + gesture), messages.get("gesture." + gesture + ".does")));
            }
            lines.removeIf(line ->
                    !(line.key() + " " + line.does()).toLowerCase(Locale.ROOT).contains(wanted));
            if (!lines.isEmpty()) {
                blocks.add(new Block(messages.get("keys.group." + group.name()), lines));
            }
        }
        return blocks;
    }

    private static VBox node(Block block) {
        Label title = new Label(block.title());
        title.getStyleClass().add("key-group");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("key-grid");
        int row = 0;
        for (Line line : block.lines()) {
            Label key = new Label(line.key());
            key.getStyleClass().add("key");
            key.setMinWidth(Region.USE_PREF_SIZE);
            Label does = new Label(line.does());
            does.setWrapText(true);
            does.setMinHeight(Region.USE_PREF_SIZE);
            GridPane.setHgrow(does, Priority.ALWAYS);
            grid.addRow(row++, key, does);
        }
        return new VBox(title, grid);
    }
}
