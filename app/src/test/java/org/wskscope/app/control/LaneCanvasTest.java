package org.wskscope.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.wskscope.app.theme.ThemeApplier;

@ExtendWith(ApplicationExtension.class)
class LaneCanvasTest {
    private static final double WIDTH = 800;
    private static final double GUTTER = 100;
    private static final double RULER = 30;
    private static final TimeViewport VIEW = new TimeViewport(0, 700e6);

    private final List<LaneFrame> frames = new ArrayList<>();
    private final List<Optional<String>> selected = new ArrayList<>();
    private final List<String> opened = new ArrayList<>();
    private final List<LaneArea> areas = new ArrayList<>();
    private LaneCanvas<String> lanes;

    @Start
    void show(Stage stage) {
        ThemeApplier look = new ThemeApplier();
        lanes = new LaneCanvas<>(look.paletteProperty(), look.uiScaleProperty(), frames::add);
        lanes.setMargins(GUTTER, RULER);
        lanes.setHitTest((x, y) -> y > 200 ? Optional.of("bar") : Optional.empty());
        lanes.setOnSelect(selected::add);
        lanes.setOnOpen(opened::add);
        lanes.setOnArea(areas::add);
        lanes.followTailProperty().set(false);
        lanes.show(VIEW);
        lanes.setPrefSize(WIDTH, 300);
        Scene scene = new Scene(new Pane(lanes), WIDTH, 300);
        look.attach(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void manyRequestsInOnePulseArePaintedOnce(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        int before = frames.size();

        robot.interact(() -> {
            for (int i = 0; i < 1000; i++) {
                lanes.repaint();
            }
        });
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(frames.size() - before).isBetween(1, 2);
    }

    @Test
    void aFrameKnowsWhereAMomentLies(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        LaneFrame frame = frames.get(frames.size() - 1);

        assertThat(frame.xOf(0)).isEqualTo(GUTTER);
        assertThat(frame.xOf(700e6)).isEqualTo(WIDTH);
        assertThat(frame.nanosAt(450)).isCloseTo(350e6, within(1.0));
    }

    @Test
    void theKeysZoomAtThePointerAndPan(FxRobot robot) {
        robot.interact(lanes::requestFocus);
        robot.moveTo(at(GUTTER, 100));
        robot.type(KeyCode.W);

        assertThat(lanes.viewport().start()).isCloseTo(0, within(2e6));
        assertThat(lanes.viewport().span()).isCloseTo(560e6, within(1.0));

        robot.type(KeyCode.S).type(KeyCode.D);

        assertThat(lanes.viewport().span()).isCloseTo(700e6, within(1.0));
        assertThat(lanes.viewport().start()).isCloseTo(70e6, within(2e6));
    }

    @Test
    void theWheelZoomsWithControlOnly(FxRobot robot) {
        robot.moveTo(at(450, 100));
        robot.scroll(3, VerticalDirection.UP);

        assertThat(lanes.viewport()).isEqualTo(VIEW);

        robot.press(KeyCode.CONTROL).scroll(3, VerticalDirection.UP).release(KeyCode.CONTROL);

        assertThat(lanes.viewport().span()).isNotEqualTo(VIEW.span());
        assertThat(lanes.nanosAt(450)).isCloseTo(350e6, within(2e6));
    }

    @Test
    void aDragOnTheRulerZoomsToItsRange(FxRobot robot) {
        robot.drag(at(200, 10), MouseButton.PRIMARY).dropTo(at(300, 12));

        assertThat(lanes.viewport().start()).isCloseTo(100e6, within(3e6));
        assertThat(lanes.viewport().end()).isCloseTo(200e6, within(3e6));
    }

    @Test
    void aDragOnEmptyCanvasPansAndEndsFollowing(FxRobot robot) {
        robot.interact(() -> lanes.followTailProperty().set(true));
        robot.drag(at(400, 100), MouseButton.PRIMARY).dropTo(at(330, 100));

        assertThat(lanes.viewport().start()).isCloseTo(70e6, within(12e6));
        assertThat(lanes.followTailProperty().get()).isFalse();
        assertThat(selected).isEmpty();
    }

    @Test
    void shiftAndADragSelectAnArea(FxRobot robot) {
        robot.press(KeyCode.SHIFT)
                .drag(at(200, 60), MouseButton.PRIMARY)
                .dropTo(at(300, 160))
                .release(KeyCode.SHIFT);

        assertThat(areas).singleElement().satisfies(area -> {
            assertThat(area.fromNanos()).isCloseTo(100e6, within(3e6));
            assertThat(area.bottom()).isCloseTo(160, within(2.0));
        });
        assertThat(lanes.viewport()).isEqualTo(VIEW);
    }

    @Test
    void aClickSelectsAndADoubleClickOpens(FxRobot robot) {
        robot.clickOn(at(400, 100));

        assertThat(selected).containsExactly(Optional.empty());

        robot.doubleClickOn(at(400, 250));

        assertThat(selected).endsWith(Optional.of("bar"));
        assertThat(opened).containsExactly("bar");
    }

    @Test
    void followingKeepsTheNewestMomentInView(FxRobot robot) {
        robot.interact(() -> {
            lanes.followTailProperty().set(true);
            lanes.setTail(9e9);
        });

        assertThat(lanes.viewport().end()).isGreaterThan(9e9);
        assertThat(lanes.viewport().span()).isEqualTo(VIEW.span());
    }

    private Point2D at(double x, double y) {
        return lanes.localToScreen(x, y);
    }

    @Test
    void aTrackpadThatSlidesALittleSidewaysGoesOnFollowing(FxRobot robot) {
        robot.interact(() -> {
            lanes.followTailProperty().set(true);
            lanes.fireEvent(ScrollGestureTest.scroll(3, 0, false));
            lanes.fireEvent(ScrollGestureTest.scroll(-4, 9, false));
        });
        assertThat(lanes.followTailProperty().get()).isTrue();

        robot.interact(() -> lanes.fireEvent(ScrollGestureTest.scroll(30, 5, false)));

        assertThat(lanes.followTailProperty().get()).isFalse();
    }

    @Test
    void aPinchZoomsByItsSizeAtTheFingers(FxRobot robot) {
        double x = GUTTER + 350;
        double before = lanes.nanosAt(x);

        robot.interact(() -> lanes.fireEvent(pinch(x, 2)));

        assertThat(lanes.viewport().span()).isCloseTo(VIEW.span() / 2, within(1.0));
        assertThat(lanes.nanosAt(x)).isCloseTo(before, within(1e3));
    }

    @Test
    void twoHalfTurnsZoomAsFarAsOneWhole(FxRobot robot) {
        robot.interact(() -> lanes.fireEvent(ScrollGestureTest.scroll(0, 40, true)));
        double whole = lanes.viewport().span();
        robot.interact(() -> {
            lanes.show(VIEW);
            lanes.fireEvent(ScrollGestureTest.scroll(0, 20, true));
            lanes.fireEvent(ScrollGestureTest.scroll(0, 20, true));
        });

        assertThat(lanes.viewport().span()).isCloseTo(whole, within(1.0)).isLessThan(VIEW.span());
    }

    private static ZoomEvent pinch(double x, double factor) {
        return new ZoomEvent(
                ZoomEvent.ZOOM, x, 100, x, 100, false, false, false, false, false, false, factor, factor, null);
    }
}
