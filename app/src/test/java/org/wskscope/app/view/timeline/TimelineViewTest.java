package org.wskscope.app.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.wskscope.app.control.MenuKey;
import org.wskscope.app.control.TimeViewport;
import org.wskscope.app.state.Selected;
import org.wskscope.app.state.Selected.BarSelected;
import org.wskscope.app.state.Selection;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.theme.ThemeApplier;
import org.wskscope.app.theme.Token;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.QuietNotices;
import org.wskscope.app.view.UserAction;
import org.wskscope.app.view.ViewContext;
import org.wskscope.app.view.timeline.TimelineItem.BarMark;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.projection.LaneKey;
import org.wskscope.engine.projection.LaneKind;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;

@ExtendWith(ApplicationExtension.class)
class TimelineViewTest {
    private static final LaneKey HELD_LANE = new LaneKey(LaneKind.CALLBACKS, PictureLog.C1);

    private final PictureLog picture = new PictureLog();
    private final SessionModel session = new SessionModel(picture.log(), true, 2);
    private final Selection selection = new Selection(session);
    private final ThemeApplier look = new ThemeApplier();
    private TimelineView view;
    private Scene scene;

    @Start
    void show(Stage stage) {
        view = (TimelineView) TimelineView.descriptor(session, selection)
                .opener()
                .apply(new ViewContext(
                        new Messages(Locale.ENGLISH),
                        look.paletteProperty(),
                        look.uiScaleProperty(),
                        new SimpleBooleanProperty(),
                        new QuietNotices()));
        scene = new Scene((Parent) view.node(), 1000, 400);
        look.attach(scene);
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
        long records = picture.log().size();
        session.show(TimelineLayoutTest.folded(picture.log()), PictureLog.NOW_NANOS, records);
        view.lanes().followTailProperty().set(false);
        view.lanes().show(TimeViewport.between(0, 70e6));
    }

    @Test
    void everyKindOfBarIsPaintedInItsColour() throws TimeoutException {
        waitUntilPainted();

        BarMark callback = mark(HELD_LANE, 0);
        BarMark request = mark(new LaneKey(LaneKind.IRPS, PictureLog.C1), 0);
        BarMark control = mark(new LaneKey(LaneKind.CONTROL, PictureLog.C1), 0);
        BarMark work = mark(new LaneKey(LaneKind.PROCESSOR, 0), 1);

        assertThat(colorAt(callback.x() + callback.width() - 6, callback.y() + 5))
                .isEqualTo(token(Token.RECEIVE));
        assertThat(colorAt(request.x() + request.width(), request.y() + 6)).isEqualTo(token(Token.TEXT_1));
        assertThat(colorAt(control.x(), control.y() + control.height() / 2)).isEqualTo(token(Token.WAITING));
        assertThat(colorAt(work.x() + work.width() - 3, work.y() + 4)).isEqualTo(token(Token.DISPATCH));
    }

    @Test
    void thePlayheadIsARedLineAtItsTime() throws TimeoutException {
        waitUntilPainted();
        double x = view.layout().area().xOf(PictureLog.NOW_NANOS);

        Color color = colorAt(Math.floor(x), view.lanes().getHeight() - 3);

        assertThat(color.getRed()).isGreaterThan(0.8);
        assertThat(color.getGreen()).isLessThan(0.5);
    }

    @Test
    void theRunningBarIsHatchedInTheColourOfItsEvent() throws TimeoutException {
        waitUntilPainted();
        BarMark held = mark(HELD_LANE, 1);

        boolean bright = false;
        boolean dark = false;
        WritableImage image = picture();
        for (double x = held.x() + held.width() / 2; x < held.x() + held.width() - 30; x++) {
            Color color = colorAt(image, x, held.y() + 2.5);
            bright |= color.equals(token(Token.RECEIVE));
            dark |= color.getBrightness() < token(Token.RECEIVE).getBrightness() - 0.1;
        }

        assertThat(bright && dark).isTrue();
    }

    @Test
    void clickingABarSelectsItAndClickingItsSocketSelectsTheSocket(FxRobot robot) throws TimeoutException {
        waitUntilPainted();
        BarMark held = mark(HELD_LANE, 1);

        robot.clickOn(onScreen(held.x() + 40, held.y() + 8));
        Selected bar = selection.current();
        robot.clickOn(onScreen(20, held.y() + 8));

        assertThat(bar).isEqualTo(new BarSelected(HELD_LANE, picture.receiving()));
        assertThat(selection.current()).isEqualTo(new Selected.SocketSelected(new SocketId(PictureLog.C1)));
    }

    @Test
    void aDoubleClickOnABarMovesTheMomentThereAndAClickOnlySelects(FxRobot robot) throws TimeoutException {
        waitUntilPainted();
        BarMark first = mark(HELD_LANE, 0);
        TimeViewport before = view.lanes().viewport();

        robot.clickOn(onScreen(first.x() + 40, first.y() + 8));
        Object afterAClick =
                onFx(() -> java.util.Optional.ofNullable(session.travel().wish()));
        robot.doubleClickOn(onScreen(first.x() + 40, first.y() + 8));

        assertThat(afterAClick).isEqualTo(java.util.Optional.empty());
        assertThat(onFx(() -> session.travel().wish().move().target(null, 0)))
                .isEqualTo(first.bar().startSequence() + 1);
        assertThat(view.lanes().viewport()).isEqualTo(before);
    }

    @Test
    void theUiScaleMovesCanvasToo() throws TimeoutException {
        waitUntilPainted();
        double before = mark(HELD_LANE, 0).height();

        doOnFx(() -> look.setUiScale(1.1));
        waitFor(() -> mark(HELD_LANE, 0).height() > before);

        assertThat(mark(HELD_LANE, 0).height()).isEqualTo(1.1 * before);
    }

    @Test
    void theFollowButtonInTheHeaderBringsTheLiveEdgeBack() throws TimeoutException {
        waitUntilPainted();

        Node button = view.headerActions().get(0);
        assertThat(button.isVisible()).isTrue();
        doOnFx(((Button) button)::fire);

        assertThat(view.lanes().followTailProperty().get()).isTrue();
        assertThat(view.lanes().viewport().shows(PictureLog.NOW_NANOS, PictureLog.NOW_NANOS))
                .isTrue();
        assertThat(button.isVisible()).isFalse();
    }

    @Test
    void aSelectionMadeElsewhereComesIntoView() throws TimeoutException {
        waitUntilPainted();

        onFx(() -> {
            view.lanes().show(TimeViewport.between(0, 5e6));
            selection.selectRecord(picture.disabling());
            return null;
        });

        assertThat(view.lanes().viewport().shows(52e6, 52e6)).isTrue();
    }

    @Test
    void goingToATimeThatCannotBeReadSaysWhatToType(FxRobot robot) throws TimeoutException {
        waitUntilPainted();
        doOnFx(() -> action("timeline.goTo").run().run());

        robot.write("soon").type(KeyCode.ENTER);
        boolean complained = robot.lookup("#timeline-jump").query().lookupAll(".label").stream()
                .anyMatch(node -> ((javafx.scene.control.Label) node).getText().contains("62.7 ms"));
        robot.eraseText(4).write("52 ms").type(KeyCode.ENTER);

        assertThat(complained).isTrue();
        assertThat(view.lanes().viewport().start()).isEqualTo(17e6);
    }

    @Test
    void nothingIsPaintedWhenNoPixelOfTheViewChanges() throws TimeoutException {
        waitUntilPainted();
        doOnFx(() -> view.lanes().show(TimeViewport.between(0, 20e6)));
        waitFor(() -> view.layout().area().viewport().end() == 20e6 && !view.isUnsettled());
        long lanes = onFx(view::timesPainted);
        long overview = onFx(view::timesOverviewPainted);
        TraceStamp at = new TraceStamp().set(80_000_000, 1, Irql.DISPATCH_LEVEL, RecordHead.NO_CAUSE);
        long entered = picture.log().callbackEntered(at, PictureLog.D1, WskCallback.RECEIVE_FROM, 0, 1, 0);
        picture.log()
                .callbackReturned(at, PictureLog.D1, WskCallback.RECEIVE_FROM, entered, NtStatus.STATUS_SUCCESS, 0);

        onFx(() -> {
            session.show(
                    TimelineLayoutTest.folded(picture.log()),
                    80_000_000,
                    picture.log().size());
            return null;
        });
        waitFor(() -> view.timesOverviewPainted() > overview && !view.isUnsettled());

        assertThat(onFx(view::timesPainted)).isEqualTo(lanes);
    }

    @Test
    void aHiddenTimelineRunsNoTimerAndPaintsNothing() throws TimeoutException {
        waitUntilPainted();
        waitFor(() -> !view.isUnsettled());
        long painted = onFx(() -> {
            view.hidden();
            session.show(
                    TimelineLayoutTest.folded(picture.log()),
                    90_000_000,
                    picture.log().size());
            return view.timesPainted();
        });

        assertThat(onFx(view::isUnsettled)).isFalse();
        assertThat(onFx(view::timesPainted)).isEqualTo(painted);
    }

    @Test
    void theTooltipGoesWhenTheViewMoves(FxRobot robot) throws TimeoutException {
        waitUntilPainted();
        BarMark held = mark(HELD_LANE, 1);
        robot.moveTo(onScreen(held.x() + 40, held.y() + 8));
        waitFor(() -> view.lanes().hoveredProperty().get().isPresent());

        doOnFx(() -> view.lanes().show(view.lanes().viewport().pannedBy(0.1)));

        assertThat(onFx(() -> view.lanes().hoveredProperty().get())).isEmpty();
    }

    @Test
    void theMenuKeysOpenTheMenuAtTheSelectionWithWhatCanBeDoneFirst(FxRobot robot) throws TimeoutException {
        waitUntilPainted();
        onFx(() -> {
            selection.select(new BarSelected(HELD_LANE, picture.receiving()));
            view.lanes().requestFocus();
            return null;
        });

        List<MenuItem> items = List.of();
        for (MenuKey key : MenuKey.values()) {
            doOnFx(() -> key.press(scene));
            waitFor(() -> menu().isPresent());
            items = onFx(() -> List.copyOf(menu().orElseThrow().getItems()));
            robot.push(KeyCode.ESCAPE);
            waitFor(() -> menu().isEmpty());
        }

        List<MenuItem> entries = items.stream()
                .filter(item -> !(item instanceof SeparatorMenuItem))
                .toList();
        assertThat(entries.get(0).getId()).isEqualTo("menu-timeline.fit");
        assertThat(entries).extracting(MenuItem::isDisable).isSorted();
        assertThat(entries)
                .filteredOn(MenuItem::isDisable)
                .extracting(MenuItem::getId)
                .containsExactly("menu-timeline.nextOnLane", "menu-timeline.cause");
    }

    @Test
    void theArrowsGoFromLaneToLaneAndAScreenReaderIsReportedTheBar(FxRobot robot) throws TimeoutException {
        waitUntilPainted();
        onFx(() -> {
            selection.select(new BarSelected(HELD_LANE, picture.receiving()));
            view.lanes().requestFocus();
            return null;
        });
        String held = onFx(() -> view.lanes().getAccessibleText());

        robot.push(KeyCode.DOWN);
        Selected below = onFx(selection::current);
        robot.push(KeyCode.UP);

        assertThat(held).contains("WskReceiveEvent", "bar 2 of 2", "C1");
        assertThat(below).isInstanceOf(Selected.IrpSelected.class);
        assertThat(onFx(selection::current))
                .isInstanceOfSatisfying(
                        BarSelected.class, bar -> assertThat(bar.lane()).isEqualTo(HELD_LANE));
    }

    @Test
    void withNothingToShowNoLineRunsThroughTheWords() throws TimeoutException {
        doOnFx(() -> session.show(TimelineLayoutTest.folded(new TraceLog(10)), 0, 0));
        waitFor(() -> view.layout().isEmpty());
        WritableImage image = picture();

        for (int x = 200; x < 990; x++) {
            assertThat(colorAt(image, x, 200)).isEqualTo(token(Token.BG_0));
        }
    }

    @Test
    void aSmallWindowStillHasLanes() throws TimeoutException {
        waitUntilPainted();

        doOnFx(() -> look.setUiScale(3));
        waitFor(() -> view.layout().area().scale() == 3);

        TimelineArea area = view.layout().area();
        assertThat((area.pinnedTop() - area.ruler()) / 3).isGreaterThanOrEqualTo(2 * LaneHeights.LEGIBLE);
        assertThat(view.node().lookup("#timeline-overview").isVisible()).isFalse();
    }

    private static Optional<ContextMenu> menu() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof ContextMenu menu && "timeline-menu".equals(menu.getId()))
                .map(ContextMenu.class::cast)
                .findFirst();
    }

    private UserAction action(String id) {
        return view.actions().stream()
                .filter(action -> action.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private BarMark mark(LaneKey lane, int index) {
        return view.layout().marks().stream()
                .filter(mark -> mark instanceof BarMark bar
                        && bar.bar().lane().equals(lane)
                        && bar.bar().index() == index)
                .map(BarMark.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private void waitUntilPainted() throws TimeoutException {
        waitFor(() ->
                !view.layout().marks().isEmpty() && view.lanes().viewport().end() == 70e6);
    }

    private void waitFor(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> onFx(condition));
    }

    private static void doOnFx(Runnable work) {
        onFx(Executors.callable(work));
    }

    private static <T> T onFx(Callable<T> call) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, call);
    }

    private Point2D onScreen(double x, double y) {
        return onFx(() -> view.lanes().localToScreen(x, y));
    }

    private WritableImage picture() {
        return onFx(() -> view.lanes().snapshot(null, null));
    }

    private Color colorAt(double x, double y) {
        return colorAt(picture(), x, y);
    }

    private static Color colorAt(WritableImage image, double x, double y) {
        return image.getPixelReader().getColor((int) x, (int) y);
    }

    private Color token(Token token) {
        return look.paletteProperty().get().color(token);
    }
}
