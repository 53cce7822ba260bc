package org.wskscope.app.view.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.wskscope.app.control.DrawnItem.TextRun;
import org.wskscope.app.control.PaintedText;
import org.wskscope.app.state.CommandPort;
import org.wskscope.app.state.Selection;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.state.Trouble;
import org.wskscope.app.theme.ThemeApplier;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.QuietNotices;
import org.wskscope.app.view.ViewContext;
import org.wskscope.engine.projection.ScopeFold;
import org.wskscope.engine.trace.AcceptRoute;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;

/** The graph as a person and a keyboard meet it. */
@ExtendWith(ApplicationExtension.class)
class SocketGraphViewTest {
    private static final int L1 = 1;

    private final TraceLog log = new TraceLog(100_000);
    private final TraceStamp at = new TraceStamp();
    private final SessionModel session = new SessionModel(log, true, 2);
    private final Selection selection = new Selection(session);
    private final ThemeApplier look = new ThemeApplier();
    private Stage stage;
    private final Region elsewhere = new Region();
    private SocketGraphView view;

    @Start
    void show(Stage given) {
        stage = given;
        Messages messages = new Messages(Locale.ENGLISH);
        SocketText words = new SocketText(messages);
        SocketCommandSender commands = new SocketCommandSender(
                new CommandContext(CommandPort.closed(), message -> "", new SimpleBooleanProperty()),
                selection,
                new QuietNotices());
        SocketMenus menus = new SocketMenus(words, commands, new SocketForms(words, commands), session);
        ViewContext context = new ViewContext(
                messages,
                look.paletteProperty(),
                look.uiScaleProperty(),
                new SimpleBooleanProperty(),
                new QuietNotices());
        view = new SocketGraphView(
                new SocketGraphViewModel(session, selection, commands, words),
                context,
                new GraphCards.Shared(words, menus, commands));
        elsewhere.setMinHeight(20);
        VBox.setVgrow(view, Priority.ALWAYS);
        Scene scene = new Scene(new VBox(view, elsewhere), 1000, 420);
        look.attach(scene);
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
        view.start();
        log.socketCreated(at, L1, SocketCategory.LISTEN, 2, 0);
    }

    @AfterEach
    void close() {
        onFx(() -> {
            look.setUiScale(1);
            view.dispose();
            List.copyOf(Window.getWindows()).forEach(Window::hide);
            return true;
        });
    }

    @Test
    void newCardsComeIntoViewWhateverIsSelectedAndTheOthersKeepTheirPlaces(FxRobot robot) throws TimeoutException {
        movePointerAway(robot);
        fold();
        until(() -> card("L1") != null);
        onFx(() -> {
            selection.selectSocket(new SocketId(L1));
            return true;
        });
        Bounds before = onFx(() -> card("L1").getBoundsInParent());
        for (int id = 2; id <= 9; id++) {
            log.socketCreated(at, id, SocketCategory.DATAGRAM, 2, 0);
            fold();
            String name = "D" + (id - 1);
            until(() -> card(name) != null && isSeen(card(name)));
        }

        assertThat(onFx(() -> card("L1").getBoundsInParent())).isEqualTo(before);
        assertThat(onFx(() -> view.lookup("#graph-more-above").isVisible())).isTrue();
    }

    @Test
    void aCardDoesNotSayHowThingsAreWhenNothingNewerIsRecorded() throws TimeoutException {
        fold();
        until(() -> card("L1") != null);
        assertThat(onFx(() -> card("L1").getAccessibleText()))
                .contains("created")
                .doesNotContain("was created");

        onFx(() -> {
            session.showTrouble(new Trouble(Trouble.Kind.LOG_FULL, 5, 1_234));
            return true;
        });

        until(() -> card("L1").getAccessibleText().contains("was created"));
        assertThat(onFx(() ->
                        card("L1").paintedText().stream().map(TextRun::text).toList()))
                .contains("as of record 1,234");

        onFx(() -> {
            session.showTrouble(new Trouble(Trouble.Kind.COMMANDS_STOPPED, 5, 1_234));
            return true;
        });
        until(() -> !card("L1").getAccessibleText().contains("was created"));
    }

    @Test
    void aListenerWithoutConnectionsTellsHowToConnectUntilOneComes() throws TimeoutException {
        log.socketBound(at, L1, new InetSocketAddress(InetAddress.getLoopbackAddress(), 50_123));
        fold();
        until(() -> card("L1") != null);
        assertThat(onFx(() -> view.lookup("#connect-hint").isVisible())).isFalse();

        WaitForAsyncUtils.asyncFx(() -> view.tellHowToConnect("LINUX"));
        until(() -> view.lookup("#connect-hint").isVisible());
        assertThat(onFx(() -> ((Label) view.lookup("#connect-command")).getText()))
                .contains("127.0.0.1", "50123");

        log.socketCreated(at, 2, SocketCategory.CONNECTION, 2, 0);
        log.socketAccepted(at, L1, 2, AcceptRoute.EVENT);
        fold();
        until(() -> !view.lookup("#connect-hint").isVisible());
    }

    @Test
    void nothingMovesUnderThePointerAndWhatCameMeanwhileComesIntoViewWhenItGoes(FxRobot robot) throws TimeoutException {
        movePointerAway(robot);
        fold();
        until(() -> card("L1") != null);
        robot.moveTo(view);
        until(() -> view.lookup("#graph-stage").isHover());
        Point2D before = onFx(() -> card("L1").localToScreen(0, 0));
        for (int id = 2; id <= 9; id++) {
            log.socketCreated(at, id, SocketCategory.DATAGRAM, 2, 0);
        }
        fold();
        until(() -> card("D8") != null && view.lookup("#graph-more-below").isVisible());

        assertThat(onFx(() -> card("L1").localToScreen(0, 0))).isEqualTo(before);

        movePointerAway(robot);
        until(() -> isSeen(card("D1")) && !card("L1").localToScreen(0, 0).equals(before));
    }

    private void movePointerAway(FxRobot robot) throws TimeoutException {
        robot.moveTo(elsewhere);
        until(() -> !view.lookup("#graph-stage").isHover());
    }

    @Test
    void manyConnectionsStandAsOneCardThatOpensAndTheRestAreAnnounced() throws TimeoutException {
        accept(50);
        fold();
        until(() -> text("L1").contains("50 connections"));
        assertThat(onFx(() -> view.cards())).hasSize(1);

        onFx(() -> {
            session.folding().open(new SocketId(L1));
            return true;
        });

        assertThat(onFx(() -> view.cards()).size()).isBetween(20, 50);
        assertThat(onFx(() -> view.lookup("#graph-more-below").isVisible())).isTrue();
        assertThat(onFx(() -> view.lookup("#more-sockets").isVisible())).isTrue();
    }

    @Test
    void theGraphIsOneStopForTabAndTheKeysReachEverythingInside() throws TimeoutException {
        accept(1);
        fold();
        until(() -> card("C1") != null && card("L1") != null);
        assertThat(onFx(this::tabStops)).hasSize(1);

        onFx(() -> {
            view.focusOn(card("L1"));
            return true;
        });
        press(KeyCode.RIGHT);
        assertThat(focused()).isEqualTo("card-C1");
        assertThat(onFx(this::tabStops)).extracting(Node::getId).containsExactly("card-C1");

        press(KeyCode.ENTER);
        assertThat(onFx(() -> selection.socket())).contains(new SocketId(2));
        assertThat(focused()).isEqualTo("lamp-C1-RECEIVE");
        press(KeyCode.DOWN);
        assertThat(focused()).isEqualTo("lamp-C1-DISCONNECT");
        press(KeyCode.ESCAPE);
        assertThat(focused()).isEqualTo("card-C1");
        press(KeyCode.LEFT);
        assertThat(focused()).isEqualTo("card-L1");
    }

    @Test
    void theMenuKeyAsksForTheMenuOfWhatHasTheFocus() throws TimeoutException {
        fold();
        until(() -> card("L1") != null);
        onFx(() -> {
            view.focusOn(card("L1"));
            Event.fireEvent(
                    card("L1"), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.F10, true, false, false, false));
            return true;
        });

        until(() -> Window.getWindows().stream()
                .anyMatch(window -> window instanceof ContextMenu menu
                        && !menu.getItems().isEmpty()
                        && !menu.getItems().get(0).isDisable()));
    }

    @Test
    void atEveryScaleTextIsLegibleACardIsInViewAndNothingIsScaled() throws TimeoutException {
        accept(3);
        fold();
        until(() -> card("C3") != null);
        for (double scale : new double[] {0.75, 1, 1.5, 2, 3, 1}) {
            onFx(() -> {
                look.setUiScale(scale);
                view.fit();
                return true;
            });
            List<TextRun> texts = onFx(this::texts);
            assertThat(texts)
                    .isNotEmpty()
                    .allSatisfy(text -> assertThat(text.size()).isGreaterThanOrEqualTo(Math.max(9, 11 * scale)));
            assertThat(onFx(() -> isHeaderSeen(card("L1")))).as("at %s", scale).isTrue();
            assertThat(onFx(this::scaled)).isEmpty();
        }
    }

    @Test
    void whatNobodyLooksAtIsNotBroughtUpToDate() throws TimeoutException {
        fold();
        until(() -> card("L1") != null);
        onFx(() -> {
            view.stop();
            return true;
        });
        log.socketCreated(at, 2, SocketCategory.DATAGRAM, 2, 0);
        fold();
        WaitForAsyncUtils.waitForFxEvents(20);
        assertThat(onFx(() -> card("D1"))).isNull();

        onFx(() -> {
            view.start();
            return true;
        });
        assertThat(onFx(() -> card("D1"))).isNotNull();
    }

    private void accept(int connections) {
        for (int id = 2; id < 2 + connections; id++) {
            log.socketCreated(at, id, SocketCategory.CONNECTION, 2, 0);
            log.socketAccepted(at, L1, id, AcceptRoute.EVENT);
        }
    }

    private SocketCard card(String name) {
        return view.cards().stream()
                .filter(card -> card.row().name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private String text(String name) {
        StringBuilder text = new StringBuilder();
        SocketCard card = card(name);
        if (card != null) {
            card.paintedText().forEach(run -> text.append(run.text()).append(' '));
        }
        return text.toString();
    }

    private boolean isSeen(SocketCard card) {
        Bounds bounds = view.sceneToLocal(card.localToScene(card.getLayoutBounds()));
        return bounds.getMinY() >= 0 && bounds.getMaxY() <= view.getHeight() && bounds.getMinX() >= 0;
    }

    private boolean isHeaderSeen(SocketCard card) {
        Bounds bounds = view.sceneToLocal(card.localToScene(card.getLayoutBounds()));
        TextRun name = card.paintedText().get(0);
        return bounds.getMinX() >= 0
                && bounds.getMinY() >= 0
                && bounds.getMinY() + name.area().bottom() <= view.getHeight()
                && bounds.getMinX() + name.area().right() <= view.getWidth();
    }

    private List<TextRun> texts() {
        List<TextRun> texts = new ArrayList<>();
        for (Node node : all(view)) {
            if (node instanceof PaintedText painted && node.isVisible()) {
                texts.addAll(painted.paintedText());
            }
        }
        return texts;
    }

    private List<Node> tabStops() {
        return all(view).stream()
                .filter(node -> node.isFocusTraversable() && node.isVisible())
                .toList();
    }

    private List<Node> scaled() {
        return all(view).stream()
                .filter(node -> node.getScaleX() != 1
                        || node.getScaleY() != 1
                        || !node.getTransforms().isEmpty())
                .toList();
    }

    private static List<Node> all(Parent parent) {
        List<Node> nodes = new ArrayList<>();
        for (Node child : parent.getChildrenUnmodifiable()) {
            nodes.add(child);
            if (child instanceof Parent inner) {
                nodes.addAll(all(inner));
            }
        }
        return nodes;
    }

    private void press(KeyCode code) {
        onFx(() -> {
            Event.fireEvent(
                    stage.getScene().getFocusOwner(),
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
            return true;
        });
    }

    private String focused() {
        return onFx(() -> stage.getScene().getFocusOwner().getId());
    }

    private void fold() {
        onFx(() -> {
            ScopeFold fold = new ScopeFold(log);
            fold.foldTo(log.size());
            session.show(fold.snapshot(), 0, log.size());
            return true;
        });
    }

    private static void until(Callable<Boolean> seen) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, seen));
    }

    private static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, work);
    }
}
