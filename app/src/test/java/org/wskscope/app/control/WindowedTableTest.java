package org.wskscope.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.wskscope.app.theme.ThemeApplier;
import org.wskscope.app.view.ViewMemory;

/** A table over very many rows, by keyboard and mouse, and what it costs. */
@ExtendWith(ApplicationExtension.class)
class WindowedTableTest {
    private static final long MANY = 5_000_000_000L;
    private static final int TEXT = 1;

    private final FxRobot robot = new FxRobot();
    private final ThemeApplier look = new ThemeApplier();
    private final CountedRows rows = new CountedRows(MANY);
    private final List<Long> notified = new ArrayList<>();
    private final ViewMemory memory = ViewMemory.brief();
    private Button before;
    private Button after;
    private WindowedTable table;
    private Stage stage;

    @Start
    void show(Stage given) {
        stage = given;
        table = make();
        before = new Button("before");
        after = new Button("after");
        VBox all = new VBox(before, new StackPane(table), after);
        Scene scene = new Scene(all, 500, 400);
        VBox.setVgrow(all.getChildren().get(1), Priority.ALWAYS);
        look.attach(scene);
        stage.setScene(scene);
        stage.setWidth(500);
        stage.setHeight(400);
        stage.show();
    }

    private WindowedTable make() {
        WindowedTable made = new WindowedTable(
                rows,
                List.of(WindowedColumn.of("number", "#", 5), WindowedColumn.rest("text", "Text", 20)),
                rows::fill,
                new ColumnWidths(memory::number, memory::keep));
        made.setId("table");
        made.setOnSelect(notified::add);
        made.followWhenScrolledToEnd();
        return made;
    }

    @Test
    void rowsThatAreAddedAreNotAskedBeyondThoseInView() {
        follow();
        int inView = onFx(() -> table.visibleRows().size());
        onFx(() -> {
            rows.filled = 0;
            return true;
        });

        for (int pulse = 0; pulse < 20; pulse++) {
            onFx(() -> {
                rows.size += 100_000;
                table.rowsChanged();
                table.layout();
                return true;
            });
        }

        assertThat(inView).isBetween(8, 30);
        assertThat(rows.filled).isLessThanOrEqualTo(20L * (inView + 2));
        assertThat(onFx(this::lastWhole)).isEqualTo(rows.size - 1);
        assertThat(table.lookupAll(".windowed-row")).hasSizeLessThan(3 * inView);
    }

    @Test
    void rowsInViewKeepTheirNodesWhileTheTableFollows() {
        follow();
        WindowedRow node = onFx(() -> table.rowNode(rows.size - 1));

        onFx(() -> {
            rows.size += 2;
            table.endMoved();
            table.layout();
            return true;
        });

        assertThat(onFx(() -> table.rowNode(rows.size - 3))).isSameAs(node);
    }

    @Test
    void theNewestRowIsWholeWhileFollowingAtEveryScale() {
        for (double scale : new double[] {0.75, 1, 1.25, 2, 3}) {
            onFx(() -> {
                look.setUiScale(scale);
                return true;
            });
            follow();
            assertThat(onFx(this::lastWhole)).isEqualTo(rows.size - 1);
        }
    }

    @Test
    void arrowsPagesAndEndsMoveTheSelection() {
        focus();

        robot.type(KeyCode.HOME);
        assertThat(selected()).isEqualTo(0);
        robot.type(KeyCode.DOWN, 2);
        assertThat(selected()).isEqualTo(2);
        robot.type(KeyCode.PAGE_DOWN);
        long page = selected();
        assertThat(page).isBetween(6L, 30L);
        robot.type(KeyCode.PAGE_UP);
        robot.type(KeyCode.UP);
        assertThat(selected()).isEqualTo(1);
        robot.type(KeyCode.END);
        assertThat(selected()).isEqualTo(MANY - 1);
        assertThat(onFx(() -> table.followingProperty().get())).isTrue();
        robot.type(KeyCode.UP);
        assertThat(selected()).isEqualTo(MANY - 2);
        assertThat(onFx(() -> table.followingProperty().get())).isFalse();
        assertThat(notified).contains(0L, 1L, 2L, page, MANY - 1, MANY - 2);
    }

    @Test
    void shiftSelectsARangeAndTheShortcutEverything() {
        focus();
        robot.type(KeyCode.HOME);

        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN, 3).release(KeyCode.SHIFT);
        assertThat(onFx(() -> table.selectedRanges())).containsExactly(new RowRange(0, 3));

        robot.press(KeyCode.SHIFT).type(KeyCode.END).release(KeyCode.SHIFT);
        assertThat(onFx(() -> table.selectedCount())).isEqualTo(MANY);

        robot.type(KeyCode.HOME);
        robot.push(new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN));
        assertThat(onFx(() -> table.selectedCount())).isEqualTo(MANY);
    }

    @Test
    void theTableIsOneStopOfTheTabKey() {
        onFx(() -> {
            before.requestFocus();
            return true;
        });

        robot.type(KeyCode.TAB);
        assertThat(onFx(() -> table.isFocused())).isTrue();
        robot.type(KeyCode.TAB);
        assertThat(onFx(() -> after.isFocused())).isTrue();
    }

    @Test
    void theFocusSurvivesARefresh() {
        focus();
        robot.type(KeyCode.HOME);

        onFx(() -> {
            rows.size += 10;
            table.rowsChanged();
            table.layout();
            return true;
        });

        robot.type(KeyCode.DOWN);
        assertThat(selected()).isEqualTo(1);
    }

    @Test
    void theSelectedRowIsShownWhole() {
        focus();
        robot.type(KeyCode.HOME);
        robot.type(KeyCode.DOWN, 3);

        WindowedRow node = settled(() -> table.rowNode(3));
        Labeled cell = (Labeled) new ArrayList<>(node.lookupAll(".windowed-cell")).get(TEXT);
        assertThat(onFx(() -> cell.lookup(".text") instanceof Text text ? text.getText() : ""))
                .isEqualTo(cell.getText());
        assertThat(onFx(node::getHeight))
                .isGreaterThan(onFx(() -> table.rowNode(4).getHeight()) * 1.5);
    }

    @Test
    void scrollingAwayEndsFollowingAndScrollingToTheEndBeginsIt() {
        follow();

        wheel(120);
        settled(() -> true);
        assertThat(onFx(() -> table.followingProperty().get())).isFalse();
        assertThat(onFx(() -> table.rowsBelow())).isPositive();

        wheel(-400);
        settled(() -> true);
        assertThat(onFx(() -> table.followingProperty().get())).isTrue();
    }

    @Test
    void menuKeysOpenTheMenuOfTheRow() {
        ContextMenu menu = onFx(() -> new ContextMenu(new MenuItem("Copy")));
        onFx(() -> {
            table.setMenu(() -> menu);
            return true;
        });
        focus();
        robot.type(KeyCode.HOME);

        for (MenuKey key : MenuKey.values()) {
            onFx(() -> {
                key.press(stage.getScene());
                return true;
            });
            assertThat(settled(menu::isShowing)).as("%s", key).isTrue();
            onFx(() -> {
                menu.hide();
                table.requestFocus();
                return true;
            });
        }
    }

    @Test
    void columnsFollowTheScaleAndTheContentAndAreRemembered() {
        double narrow = onFx(() -> title("number").getWidth());
        onFx(() -> {
            table.need(0, "5000000000".length());
            return true;
        });
        double wide = settled(() -> title("number").getWidth());
        assertThat(wide).isGreaterThan(narrow);
        follow();
        assertThat(onFx(() ->
                        ((Label) table.rowNode(MANY - 1).lookup(".windowed-cell")).lookup(".text") instanceof Text text
                                ? text.getText()
                                : ""))
                .isEqualTo(Long.toString(MANY - 1));

        onFx(() -> {
            table.resize(0, wide * 2);
            look.setUiScale(2);
            return true;
        });
        double scaled = settled(() -> title("number").getWidth());
        assertThat(scaled).isBetween(wide * 3.5, wide * 4.5);
        assertThat(memory.number("column.number")).isPresent();
    }

    @Test
    void aScreenReaderIsReportedOfAllRows() {
        onFx(() -> {
            rows.size = 5_000_000;
            table.rowsChanged();
            return true;
        });

        assertThat(ask(AccessibleAttribute.ROW_COUNT)).isEqualTo(5_000_000);
        assertThat(ask(AccessibleAttribute.COLUMN_COUNT)).isEqualTo(2);
        Node row = (Node) ask(AccessibleAttribute.ROW_AT_INDEX, 4_321_000);
        assertThat(onFx(() -> row.queryAccessibleAttribute(AccessibleAttribute.INDEX)))
                .isEqualTo(4_321_000);
        Node cell = (Node) ask(AccessibleAttribute.CELL_AT_ROW_COLUMN, 4_321_000, 0);
        assertThat(onFx(() -> cell.queryAccessibleAttribute(AccessibleAttribute.TEXT)))
                .isEqualTo("4321000");
    }

    private Object ask(AccessibleAttribute attribute, Object... parameters) {
        return onFx(() -> table.queryAccessibleAttribute(attribute, parameters));
    }

    private Label title(String column) {
        return (Label) table.lookup("#column-" + column);
    }

    /** The last row that is wholly in view, by the place of its node. */
    private long lastWhole() {
        stage.getScene().getRoot().applyCss();
        stage.getScene().getRoot().layout();
        double height = table.lookup(".windowed-rows").getLayoutBounds().getHeight();
        return table.lookupAll(".windowed-row").stream()
                .filter(Node::isVisible)
                .map(WindowedRow.class::cast)
                .filter(row -> row.getLayoutY() + row.getHeight() <= height + 0.01)
                .map(WindowedRow::row)
                .collect(Collectors.maxBy(Long::compare))
                .orElse(-1L);
    }

    private void follow() {
        onFx(() -> {
            table.followingProperty().set(true);
            return true;
        });
        settled(() -> true);
    }

    private void wheel(double pixels) {
        onFx(() -> {
            Node rowsNode = table.lookup(".windowed-rows");
            Event.fireEvent(
                    rowsNode,
                    new ScrollEvent(
                            ScrollEvent.SCROLL,
                            5,
                            5,
                            5,
                            5,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            0,
                            pixels,
                            0,
                            pixels,
                            ScrollEvent.HorizontalTextScrollUnits.NONE,
                            0,
                            ScrollEvent.VerticalTextScrollUnits.NONE,
                            0,
                            0,
                            null));
            return true;
        });
    }

    private void focus() {
        onFx(() -> {
            table.requestFocus();
            return true;
        });
    }

    private long selected() {
        return onFx(() -> table.selectedKeyProperty().get());
    }

    /** After everything was styled and laid out. */
    private <T> T settled(Callable<T> seen) {
        onFx(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
        return onFx(seen);
    }

    private static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, work);
    }
}
