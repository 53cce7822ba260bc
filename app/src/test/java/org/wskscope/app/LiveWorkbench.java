package org.wskscope.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.util.WaitForAsyncUtils;
import org.wskscope.app.control.PaintedPane;
import org.wskscope.app.control.PaintedText;
import org.wskscope.app.preferences.PreferencesStore;
import org.wskscope.engine.session.CallbackBehaviour;
import org.wskscope.engine.session.EchoServer;
import org.wskscope.engine.session.EngineCommand;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;

/** The whole program in a test: its window on a stage, its engine on real loopback sockets, and what a person sees of it. */
final class LiveWorkbench implements AutoCloseable {
    private static final long LIMIT_SECONDS = 30;

    private final AppWiring wiring;
    private final List<Socket> peers = new ArrayList<>();

    private LiveWorkbench(AppWiring wiring) {
        this.wiring = wiring;
    }

    /** Starts the engine on ports the system chooses; not on the FX thread. */
    static LiveWorkbench open(Path configDirectory) {
        ScheduledExecutorService saver = Executors.newSingleThreadScheduledExecutor();
        try (PreferencesStore preferences = new PreferencesStore(configDirectory, saver)) {
            preferences.update(current -> current.withPorts(0, 0));
        } finally {
            saver.shutdownNow();
        }
        return new LiveWorkbench(AppWiring.open(configDirectory, page -> {}));
    }

    AppWiring wiring() {
        return wiring;
    }

    /** FX thread. */
    void show(Stage stage) {
        wiring.show(stage);
        stage.setWidth(1280);
        stage.setHeight(800);
    }

    InetSocketAddress tcp() {
        InetSocketAddress local = wiring.servers().tcp().local();
        if (local == null) {
            throw new IllegalStateException(
                    "The listener is not bound: " + wiring.servers().tcp().outcome());
        }
        return local;
    }

    SocketId listener() {
        EchoServer server = wiring.servers().tcp();
        SocketId socket = server.socket();
        if (socket == null) {
            throw new IllegalStateException("There is no listener: " + server.outcome());
        }
        return socket;
    }

    /** From now on the receive callbacks of new connections are held. */
    void holdReceives() {
        wiring.session()
                .execute(new EngineCommand.SetBehaviour(
                        listener(), WskCallback.RECEIVE, CallbackBehaviour.PLAIN.holding()));
    }

    /** A plain Java program that connects to the listener. */
    Socket connect() throws IOException {
        Socket socket = new Socket(tcp().getAddress(), tcp().getPort());
        peers.add(socket);
        return socket;
    }

    static void send(Socket peer, String text) throws IOException {
        peer.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        peer.getOutputStream().flush();
    }

    /** Whether the server ends the connection by a reset. */
    static boolean isReset(Socket peer) throws IOException {
        try {
            return peer.getInputStream().read() >= 0;
        } catch (SocketException reset) {
            return true;
        }
    }

    /** Waits until what a person sees is so. */
    static void until(Callable<Boolean> seen) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                LIMIT_SECONDS, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, seen));
    }

    static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, work);
    }

    /** The node with this id in any window that shows, or null. FX thread. */
    static Node find(String id) {
        for (Window window : Window.getWindows()) {
            Node found = window.getScene() == null ? null : window.getScene().lookup("#" + id);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    static boolean shows(String id) {
        Node node = find(id);
        return node != null && node.isVisible();
    }

    /** Every text a person can read in the node and below it. FX thread. */
    static String textOf(String id) {
        Node node = find(id);
        StringBuilder text = new StringBuilder();
        if (node != null) {
            collect(node, text);
        }
        if (node != null && node.getParent() instanceof PaintedPane painted) {
            Bounds part = node.getBoundsInParent();
            painted.paintedText().stream()
                    .filter(run ->
                            part.contains(run.area().middleX(), run.area().middleY()))
                    .forEach(run -> text.append(run.text()).append(' '));
        }
        return text.toString();
    }

    private static void collect(Node node, StringBuilder text) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof PaintedText painted) {
            painted.paintedText().forEach(run -> text.append(run.text()).append(' '));
        }
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            text.append(labeled.getText()).append(' ');
        } else if (node instanceof TextInputControl input) {
            text.append(input.getText()).append(' ');
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, text));
        }
    }

    @Override
    public void close() throws IOException {
        for (Socket peer : peers) {
            peer.close();
        }
        onFx(() -> {
            wiring.close();
            return true;
        });
    }
}
