package org.wskscope.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.wskscope.app.preferences.Preferences;
import org.wskscope.app.theme.Theme;
import org.wskscope.engine.session.EchoServer;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.wsk.SocketId;

/**
 * Takes the screenshots of the README from the running program, in the middle of SCN-03 on real loopback sockets. Arguments: the folder, and optionally width,
 * height and UI scale in percent.
 */
public final class ScreenshotTool {
    private static final double SLOW = 0.03;
    private static final int ZOOM_OUT = 5;

    private ScreenshotTool() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        double width = args.length > 1 ? Double.parseDouble(args[1]) : 1680;
        double height = args.length > 2 ? Double.parseDouble(args[2]) : 1050;
        double scale = args.length > 3 ? Double.parseDouble(args[3]) / 100 : 1;
        CountDownLatch toolkit = new CountDownLatch(1);
        Platform.startup(toolkit::countDown);
        toolkit.await();
        AppWiring wiring = AppWiring.open(configuration(), page -> {});
        Stage stage = onFx(Stage::new);
        onFx(() -> {
            wiring.show(stage);
            wiring.look().setUiScale(scale);
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(width);
            stage.setHeight(height);
            return true;
        });
        try (StagedSession staged = new StagedSession(wiring.session())) {
            onFx(() -> {
                wiring.model().speedProperty().set(SLOW);
                return true;
            });
            stage(wiring, staged);
            pauseOnceShown(wiring);
            press(stage, KeyCode.F);
            for (int i = 0; i < ZOOM_OUT; i++) {
                press(stage, KeyCode.S);
            }
            for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
                onFx(() -> {
                    wiring.look().themeProperty().set(theme);
                    return true;
                });
                TimeUnit.MILLISECONDS.sleep(700);
                WritableImage picture = onFx(() -> stage.getScene().snapshot(null));
                String suffix = args.length > 1 ? "-" + args[1] + "-" + Math.round(scale * 100) : "";
                String name = "workbench-" + theme.name().toLowerCase(Locale.ROOT) + suffix + ".png";
                write(picture, folder.resolve(name));
            }
        }
        onFx(() -> {
            stage.hide();
            wiring.close();
            return true;
        });
        Platform.exit();
    }

    /** Preferences of its own; with free ports where another program has the usual ones. */
    private static Path configuration() throws IOException {
        Path directory = Files.createTempDirectory("wskscope");
        try (ServerSocket usual =
                new ServerSocket(Preferences.defaults().tcpPort(), 1, InetAddress.getLoopbackAddress())) {
            usual.setReuseAddress(true);
        } catch (BindException inUse) {
            Files.writeString(directory.resolve("preferences.json"), "{\"tcpPort\": 0, \"udpPort\": 0}");
        }
        return directory;
    }

    /** Plays the scene and selects the call that disables the event. */
    private static void stage(AppWiring wiring, StagedSession staged) throws Exception {
        EchoServer tcp = wiring.servers().tcp();
        EchoServer udp = wiring.servers().udp();
        SocketId connection = staged.stage(required(tcp), local(tcp), required(udp), local(udp));
        long disable = lastCallOn(wiring, connection);
        onFx(() -> {
            wiring.selection().selectRecord(disable);
            return true;
        });
    }

    /** The display is slow, so that it can be stopped within milliseconds of the scene. It stands still as soon as it shows everything, so that the picture is of that moment. */
    private static void pauseOnceShown(AppWiring wiring) throws Exception {
        long records = wiring.session().log().size();
        while (!onFx(() -> {
            boolean shown = wiring.model().moment().sequence() >= records;
            if (shown) {
                wiring.model().travel().stop();
                wiring.model().speedProperty().set(1);
            }
            return shown;
        })) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private static void press(Stage stage, KeyCode key) throws Exception {
        onFx(() -> {
            target(stage).fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
            return true;
        });
    }

    private static Node target(Stage stage) {
        Node focused = stage.getScene().getFocusOwner();
        return focused == null ? stage.getScene().getRoot() : focused;
    }

    private static long lastCallOn(AppWiring wiring, SocketId socket) {
        var log = wiring.session().log();
        for (long sequence = log.size() - 1; sequence >= 0; sequence--) {
            if (log.kind(sequence) == RecordKind.FUNCTION_CALLED && log.socket(sequence) == socket.value()) {
                return sequence;
            }
        }
        throw new IllegalStateException("Nothing was called on the socket.");
    }

    private static SocketId required(EchoServer server) {
        SocketId socket = server.socket();
        if (socket == null) {
            throw new IllegalStateException("A server did not start: " + server.outcome());
        }
        return socket;
    }

    private static InetSocketAddress local(EchoServer server) {
        InetSocketAddress local = server.local();
        if (local == null) {
            throw new IllegalStateException("A server is not bound: " + server.outcome());
        }
        return local;
    }

    private static <T> T onFx(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get(120, TimeUnit.SECONDS);
    }

    private static void write(WritableImage picture, Path file) throws IOException {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        PixelReader pixels = picture.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(image, "png", file.toFile());
    }
}
