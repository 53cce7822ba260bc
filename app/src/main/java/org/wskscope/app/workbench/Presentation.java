package org.wskscope.app.workbench;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.docking.DockArea;
import org.wskscope.app.theme.Spacing;
import org.wskscope.app.theme.ThemeApplier;
import org.wskscope.app.view.Messages;
import org.wskscope.app.workbench.PresentContent.Slide;

/**
 * Shows a workbench to a room: large, without bars, with what happened below it; a clicker is enough. The layout stays as it is and comes back with the end. FX thread.
 */
final class Presentation {
    /** The smallest text is so high where the window is 1280 × 800, and grows with the window; pixels. */
    private static final double SMALLEST_TEXT = 24;

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final String EVERYTHING = "timeline.everything";
    private static final Duration ECHO = Duration.seconds(2.5);
    private static final Duration FIRST_HINT = Duration.seconds(8);

    private final Stage stage;
    private final PresentContent content;
    private final Messages messages;
    private final PresentBars bars = new PresentBars();
    private final PresentGlass glass = new PresentGlass();
    private final ReadOnlyBooleanWrapper presenting = new ReadOnlyBooleanWrapper();
    private final InvalidationListener onSize = o -> fit();
    private final EventHandler<KeyEvent> onKey = this::pressed;
    private final EventHandler<MouseEvent> onMouse = this::mouse;
    private final Runnable afterLayout = this::light;
    private @Nullable Scene scene;
    private @Nullable Node top;
    private @Nullable Node left;
    private @Nullable Node bottom;
    private PresentViews views = PresentViews.TIMELINE;
    private boolean spotlight;
    /** What is presented, once all of it was brought into view. */
    private String inView = "";

    private String title = "";

    private boolean pointing;
    private boolean drawing;
    private Echo echo = Echo.NONE;

    /** What is shown of keys and clicks. */
    private enum Echo {
        NONE,
        KEYS,
        KEYS_AND_CLICKS;

        Echo next() {
            return values()[(ordinal() + 1) % values().length];
        }
    }

    /**
     * What is presented.
     *
     * @param spot what the moment is about, in the scene; empty where nothing of it is seen
     * @param covered whether something lies over the workbench that wants the keys
     */
    record Stage(
            BorderPane rooms,
            DockArea dock,
            NoticeStack notices,
            ThemeApplier look,
            ActionRegistry actions,
            Supplier<Optional<Bounds>> spot,
            BooleanSupplier covered) {}

    Presentation(Stage stage, PresentContent content, Messages messages) {
        this.stage = stage;
        this.content = content;
        this.messages = messages;
    }

    /** Lies over the workbench. */
    PresentGlass glass() {
        return glass;
    }

    ReadOnlyBooleanProperty presentingProperty() {
        return presenting.getReadOnlyProperty();
    }

    void toggle() {
        if (presenting.get()) {
            end();
        } else {
            begin();
        }
    }

    void begin() {
        Scene shownIn = stage.rooms().getScene();
        if (presenting.get() || shownIn == null) {
            return;
        }
        presenting.set(true);
        scene = shownIn;
        BorderPane rooms = stage.rooms();
        top = rooms.getTop();
        left = rooms.getLeft();
        bottom = rooms.getBottom();
        rooms.setTop(bars.head());
        rooms.setLeft(null);
        rooms.setBottom(bars.foot());
        stage.notices().setVisible(false);
        glass.setVisible(true);
        stage.dock().showAlone(views.windows());
        shownIn.addEventFilter(KeyEvent.KEY_PRESSED, onKey);
        shownIn.addEventFilter(MouseEvent.ANY, onMouse);
        shownIn.widthProperty().addListener(onSize);
        shownIn.heightProperty().addListener(onSize);
        shownIn.addPostLayoutPulseListener(afterLayout);
        content.begin(this::show);
        fit();
        bringIntoView();
        bars.echo(messages.get("present.hint.key"), messages.get("present.hint"), FIRST_HINT);
    }

    void end() {
        Scene shownIn = scene;
        if (shownIn == null) {
            return;
        }
        scene = null;
        content.end();
        shownIn.removePostLayoutPulseListener(afterLayout);
        shownIn.widthProperty().removeListener(onSize);
        shownIn.heightProperty().removeListener(onSize);
        shownIn.removeEventFilter(MouseEvent.ANY, onMouse);
        shownIn.removeEventFilter(KeyEvent.KEY_PRESSED, onKey);
        shownIn.setCursor(null);
        spotlight = false;
        pointing = false;
        drawing = false;
        bars.end();
        glass.clear();
        glass.setVisible(false);
        stage.notices().setVisible(true);
        stage.look().giveBackScale();
        stage.rooms().setTop(top);
        stage.rooms().setLeft(left);
        stage.rooms().setBottom(bottom);
        stage.dock().showAlone(List.of());
        stage.dock().focusWork();
        inView = "";
        presenting.set(false);
    }

    private void fit() {
        Scene shownIn = scene;
        if (shownIn == null) {
            return;
        }
        double growth = Math.min(shownIn.getWidth() / WIDTH, shownIn.getHeight() / HEIGHT);
        stage.look().lendScale(SMALLEST_TEXT / Spacing.TEXT_TINY * growth);
        glass.setScale(stage.look().uiScaleProperty().get());
        glass.resize(shownIn.getWidth(), shownIn.getHeight());
    }

    private void show(Slide slide) {
        bars.show(slide);
        glass.erase();
        title = slide.title();
    }

    /** Once for each thing that is presented; afterwards the view is the presenter's. */
    private void bringIntoView() {
        if (presenting.get() && content.settled() && !title.equals(inView)) {
            inView = title;
            stage.actions().find(EVERYTHING).ifPresent(all -> all.run().run());
        }
    }

    private void light() {
        Optional<Bounds> place = spotlight ? stage.spot().get() : Optional.empty();
        DockArea dock = stage.dock();
        glass.light(place, place.map(spot -> dock.localToScene(dock.getLayoutBounds())));
    }

    private void pressed(KeyEvent event) {
        Scene shownIn = scene;
        if (shownIn == null || stage.covered().getAsBoolean()) {
            return;
        }
        if (KeyDispatch.isHeld(shownIn, event.getCode())) {
            // The key that began it, still down.
            event.consume();
            return;
        }
        Optional<PresentKeys> key = PresentKeys.of(event);
        if (key.isPresent()) {
            event.consume();
            if (glass.isBlank()) {
                glass.setBlank(false);
                return;
            }
            run(key.get());
            if (!presenting.get()) {
                KeyDispatch.hold(shownIn, event.getCode());
            }
            bringIntoView();
        }
        if (echo != Echo.NONE && presenting.get() && !event.getCode().isModifierKey()) {
            key.ifPresentOrElse(
                    own -> bars.echo(event.getCode().getName(), messages.get("present.key." + own.word()), ECHO),
                    () -> stage.actions()
                            .ofKey(event)
                            .ifPresent(action -> bars.echo(KeyNames.of(action), action.title(), ECHO)));
        }
    }

    private void run(PresentKeys key) {
        switch (key) {
            case NEXT -> content.next();
            case PREVIOUS -> content.previous();
            case FIRST -> content.first();
            case LAST -> content.last();
            case TIMELINE -> look(PresentViews.TIMELINE);
            case GRAPH -> look(PresentViews.GRAPH);
            case BOTH -> look(PresentViews.BOTH);
            case SPOTLIGHT -> {
                spotlight = !spotlight;
                light();
            }
            case POINTER -> {
                pointing = !pointing;
                drawing = false;
                showPointer();
            }
            case DRAW -> {
                drawing = !drawing;
                pointing = false;
                showPointer();
            }
            case ERASE -> glass.erase();
            case BLANK -> glass.setBlank(true);
            case ECHO -> {
                echo = echo.next();
                bars.echo("K", messages.get("present.echo." + echo), ECHO);
            }
            case END -> end();
        }
    }

    private void look(PresentViews next) {
        views = next;
        stage.dock().showAlone(next.windows());
    }

    private void showPointer() {
        glass.showPointer(pointing);
        if (scene != null) {
            scene.setCursor(pointing ? Cursor.NONE : drawing ? Cursor.CROSSHAIR : null);
        }
    }

    /** The views get the mouse but while somebody draws. */
    private void mouse(MouseEvent event) {
        if (event.getEventType() == MouseEvent.MOUSE_MOVED || event.getEventType() == MouseEvent.MOUSE_DRAGGED) {
            glass.point(event.getSceneX(), event.getSceneY());
        }
        if (drawing && !stage.covered().getAsBoolean()) {
            draw(event);
            event.consume();
        } else if (event.getEventType() == MouseEvent.MOUSE_PRESSED && echo == Echo.KEYS_AND_CLICKS) {
            glass.click(event.getSceneX(), event.getSceneY());
        }
    }

    private void draw(MouseEvent event) {
        if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
            glass.beginLine(event.getSceneX(), event.getSceneY());
        } else if (event.getEventType() == MouseEvent.MOUSE_DRAGGED) {
            glass.drawTo(event.getSceneX(), event.getSceneY());
        } else if (event.getEventType() == MouseEvent.MOUSE_RELEASED) {
            glass.endLine();
        }
    }
}
