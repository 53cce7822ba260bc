package org.wskscope.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.UiLoadSetup.Load;
import org.wskscope.app.UiLoadSetup.View;

/** The window's process of {@link UiLoadBenchmark}: the program as it is, and a thread that measures it. */
public final class UiLoadWindow extends Application {
    private static final long LIMIT_NANOS = 120_000_000_000L;
    private static final int SETTLE_MILLIS = 1_500;
    private static final int WARM_UP_MILLIS = 4_000;
    private static final double IDLE_BAR = 2;

    private final WskScopeApp program = new WskScopeApp();
    private boolean met = true;

    private UiLoadSetup setup() {
        return UiLoadSetup.parse(getParameters().getRaw().toArray(String[]::new));
    }

    @Override
    public void init() throws Exception {
        program.init();
    }

    @Override
    public void start(Stage stage) throws Exception {
        program.start(stage);
        Thread measuring = new Thread(this::measure, "ui-load");
        measuring.setDaemon(true);
        measuring.start();
    }

    @SuppressWarnings("CatchAndPrintStackTrace")
    private void measure() {
        int status = 1;
        try {
            UiLoadSetup setup = setup();
            InetSocketAddress server = server();
            UiProbe probe = onFx(() ->
                    new UiProbe((Pane) Window.getWindows().get(0).getScene().getRoot()));
            for (long rows : setup.rows()) {
                try (UiLoadProcess load = UiLoadProcess.start(server)) {
                    measure(setup, rows, probe, load);
                }
            }
            if (setup.rows().isEmpty()) {
                measureIdle(setup, probe);
            }
            status = met ? 0 : 1;
        } catch (Exception e) {
            e.printStackTrace();
            status = 3;
        } finally {
            Runtime.getRuntime().halt(status);
        }
    }

    private void measure(UiLoadSetup setup, long rows, UiProbe probe, UiLoadProcess load) throws Exception {
        fill(rows, load);
        run(probe::show);
        for (View view : setup.views()) {
            for (Load kind : setup.loads()) {
                look(view);
                begin(load, kind);
                Thread.sleep(WARM_UP_MILLIS);
                List<UiMeasurement> ours = new ArrayList<>();
                List<UiMeasurement> rival = new ArrayList<>();
                for (int round = 0; round < setup.rounds(); round++) {
                    end(load);
                    look(view);
                    Thread.sleep(SETTLE_MILLIS);
                    rival.add(measured(setup.seconds(), probe, null));
                    begin(load, kind);
                    Thread.sleep(SETTLE_MILLIS);
                    look(view);
                    ours.add(measured(setup.seconds(), probe, load));
                }
                end(load);
                String name = kind.words() + ", " + UiLoadSetup.words(rows) + ", "
                        + view.name().toLowerCase();
                print(name, kind.bar(), UiMeasurement.median(ours), UiMeasurement.median(rival));
            }
        }
        run(probe::hide);
    }

    private void measureIdle(UiLoadSetup setup, UiProbe probe) throws Exception {
        Thread.sleep(setup.idleRest() * 1000L);
        UiMeasurement idle = measured(setup.idleSeconds(), probe, null);
        report("idle: the process", "%", idle.processShare(), Double.NaN, IDLE_BAR);
        report("idle: FX thread", "%", idle.fxShare(), Double.NaN, Double.NaN);
        report("idle: render thread", "%", idle.renderShare(), Double.NaN, Double.NaN);
    }

    private static UiMeasurement measured(int seconds, UiProbe probe, @Nullable UiLoadProcess load) throws Exception {
        long messages = load == null ? 0 : load.echoes();
        UiMeasurement.Running running = new UiMeasurement.Running(probe);
        Thread.sleep(seconds * 1000L);
        return running.end(load == null ? 0 : load.echoes() - messages);
    }

    private void print(String name, double bar, UiMeasurement ours, UiMeasurement rival) {
        report(name + ": frames", "/s", ours.framesPerSecond(), rival.framesPerSecond(), bar);
        report(name + ": FX thread", "%", ours.fxShare(), rival.fxShare(), Double.NaN);
        report(name + ": render thread", "%", ours.renderShare(), rival.renderShare(), Double.NaN);
        report(name + ": the process", "%", ours.processShare(), rival.processShare(), Double.NaN);
        report(name + ": longest frame", "ms", ours.longestFrameMillis(), rival.longestFrameMillis(), Double.NaN);
        report(name + ": messages", "/s", ours.messagesPerSecond(), Double.NaN, Double.NaN);
    }

    private void report(String name, String unit, double ours, double rival, double bar) {
        UiFigure figure = new UiFigure(name, unit, ours, rival, bar);
        met &= figure.isMet();
        System.out.println(figure.line());
    }

    private void fill(long rows, UiLoadProcess load) throws Exception {
        if (rows > records()) {
            load.full();
            until("the log to fill", () -> records() >= rows);
            end(load);
        }
    }

    private static void begin(UiLoadProcess load, Load kind) {
        if (kind == Load.FULL) {
            load.full();
        } else {
            load.paced(UiLoadSetup.PACED_PER_SECOND);
        }
    }

    /** Nothing is sent any more, and everything that was is shown. */
    private void end(UiLoadProcess load) throws Exception {
        load.stop();
        Thread.sleep(200);
        until("the view to catch up", () -> {
            try {
                return onFx(() -> wiring().model().lagRecords() == 0);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void look(View view) throws Exception {
        run(() -> wiring().liveWorkbench()
                .actions()
                .find(view.action())
                .orElseThrow()
                .run()
                .run());
    }

    private long records() {
        return wiring().session().log().size();
    }

    private AppWiring wiring() {
        return program.ready().join();
    }

    private InetSocketAddress server() throws IOException {
        InetSocketAddress local = wiring().servers().tcp().local();
        if (local == null) {
            throw new IOException("There is no server to send to");
        }
        return local;
    }

    private static void until(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + LIMIT_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Waited too long for " + what);
            }
            Thread.sleep(20);
        }
    }

    private static void run(Runnable work) throws Exception {
        onFx(() -> {
            work.run();
            return true;
        });
    }

    private static <T> T onFx(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }
}
