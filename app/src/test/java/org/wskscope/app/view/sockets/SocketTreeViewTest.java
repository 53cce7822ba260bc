package org.wskscope.app.view.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.wskscope.app.state.CommandPort;
import org.wskscope.app.state.Selection;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.state.Trouble;
import org.wskscope.app.theme.ThemeApplier;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.QuietNotices;
import org.wskscope.engine.projection.ScopeFold;
import org.wskscope.engine.trace.AcceptRoute;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;

/** Lines of the tree stand where their sockets belong, also when that becomes known late. */
@ExtendWith(ApplicationExtension.class)
class SocketTreeViewTest {
    private static final int L1 = 1;
    private static final int C1 = 2;
    private static final int C2 = 3;

    private final TraceLog log = new TraceLog(1_000);
    private final TraceStamp at = new TraceStamp();
    private final SessionModel session = new SessionModel(log, true, 2);
    private final Selection selection = new Selection(session);
    private final ThemeApplier look = new ThemeApplier();
    private SocketTreeView view;

    @Start
    void show(Stage stage) {
        SocketText words = new SocketText(new Messages(Locale.ENGLISH));
        CommandContext road = new CommandContext(CommandPort.closed(), message -> "", new SimpleBooleanProperty());
        SocketCommandSender commands = new SocketCommandSender(road, selection, new QuietNotices());
        SocketForms forms = new SocketForms(words, commands);
        view = new SocketTreeView(
                new SocketTreeViewModel(session, selection),
                new SocketMenus(words, commands, forms, session),
                forms,
                commands);
        view.start();
        Scene scene = new Scene(view, 300, 400);
        look.attach(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void aSelectedSocketThatTurnsOutToBeAcceptedMovesUnderItsListener() throws TimeoutException {
        log.socketCreated(at, L1, SocketCategory.LISTEN, 2, 0);
        log.socketCreated(at, C1, SocketCategory.CONNECTION, 2, 0);
        fold();
        onFx(() -> {
            selection.selectSocket(new SocketId(C1));
            return true;
        });
        until(() -> cell(C1) != null && cell(C1).isSelected());
        double before = onFx(() -> indent(C1));

        log.socketAccepted(at, L1, C1, AcceptRoute.EVENT);
        fold();

        until(() -> cell(C1) != null && indent(C1) > before);
        assertThat(onFx(() -> cell(C1).isSelected())).isTrue();
    }

    @Test
    void brothersStandInOneColumnWhicheverWasThereFirst() throws TimeoutException {
        log.socketCreated(at, L1, SocketCategory.LISTEN, 2, 0);
        log.socketCreated(at, C1, SocketCategory.CONNECTION, 2, 0);
        fold();
        until(() -> cell(C1) != null);
        log.socketAccepted(at, L1, C1, AcceptRoute.EVENT);
        fold();
        until(() -> cell(C1) != null);
        log.socketCreated(at, C2, SocketCategory.CONNECTION, 2, 0);
        log.socketAccepted(at, L1, C2, AcceptRoute.EVENT);
        fold();

        until(() -> cell(C2) != null && indent(C1) == indent(C2) && indent(C1) > indent(L1));
    }

    @Test
    void aSocketWhoseListenerClosesMovesOut() throws TimeoutException {
        log.socketCreated(at, L1, SocketCategory.LISTEN, 2, 0);
        log.socketCreated(at, C1, SocketCategory.CONNECTION, 2, 0);
        log.socketAccepted(at, L1, C1, AcceptRoute.EVENT);
        fold();
        onFx(() -> {
            selection.selectSocket(new SocketId(C1));
            return true;
        });
        until(() -> cell(C1) != null && cell(C1).isSelected());
        double under = onFx(() -> indent(C1));

        log.socketClosed(at, L1);
        fold();

        until(() -> cell(C1) != null && indent(C1) < under && cell(C1).isSelected());
    }

    @Test
    void aLineDoesNotSayHowThingsAreWhenNothingNewerIsShown() throws TimeoutException {
        log.socketCreated(at, L1, SocketCategory.LISTEN, 2, 0);
        fold();
        until(() -> "created".equals(state("L1")));

        onFx(() -> {
            session.showTrouble(new Trouble(Trouble.Kind.DISPLAY_STOPPED, 5, 1));
            return true;
        });

        until(() -> "was created".equals(state("L1")));
    }

    private String state(String name) {
        return view.lookup("#tree-state-" + name) instanceof Label label ? label.getText() : "";
    }

    /** What a person sees: the cell in the tree whose name says so. */
    private TreeCell<?> cell(int socket) {
        SocketId id = new SocketId(socket);
        return view.lookupAll(".tree-cell").stream()
                .filter(node -> node.isVisible()
                        && node instanceof TreeCell<?> cell
                        && cell.getItem() instanceof TreeLine line
                        && line.kind() == TreeLine.Kind.SOCKET
                        && line.socketId().equals(id))
                .map(node -> (TreeCell<?>) node)
                .findFirst()
                .orElse(null);
    }

    private double indent(int socket) {
        return cell(socket).getGraphic().getLayoutX();
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
