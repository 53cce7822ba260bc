package org.wskscope.app;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import org.jspecify.annotations.Nullable;

/**
 * How smooth the window is while traffic runs, and how quiet while none does. {@code mvn -q -Pbench -pl app -am verify -DskipTests -Dquick -Dbench.skip}
 * measures everything (minutes); {@code -Dui.args="rows=100k timeline=following load=paced rounds=1 idle=no"} one figure in well under a minute.
 *
 * <p>Frames are those of a one-pixel probe in the window that moves each pulse; the rival is the same window with the same probe and no traffic, measured in turn in one
 * process. The load is 50 connections from a process of its own. Idleness is measured without the probe. One line a figure: name, ours, rival, ratio, bar, verdict; processor
 * times are per cent of one core.
 */
public final class UiLoadBenchmark {
    private UiLoadBenchmark() {}

    /** Starts the window's process: Java refuses to start an {@code Application} from the class path. */
    static final class WindowMain {
        private WindowMain() {}

        public static void main(String[] args) {
            Application.launch(UiLoadWindow.class, args);
        }
    }

    /** Exit status 1 when a figure missed its bar, 2 when the arguments are not understood. */
    public static void main(String[] args) throws IOException, InterruptedException {
        UiLoadSetup setup;
        try {
            setup = UiLoadSetup.parse(args);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
            return;
        }
        System.out.println(UiFigure.HEADING);
        boolean met = true;
        try (Screen screen = Screen.open(setup)) {
            for (long rows : setup.rows()) {
                met &= run(setup.withRows(rows), screen);
            }
            if (setup.idleRest() >= 0) {
                met &= run(setup.idleOnly(), screen);
            }
        }
        System.exit(met ? 0 : 1);
    }

    private static boolean run(UiLoadSetup setup, Screen screen) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("wskscope-bench");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        // The classes lie elsewhere here than where an archive has them; all else is as people have it.
        RunOptions.ofTheBuild().stream()
                .filter(option -> option.startsWith("-XX:Tier") || option.startsWith("-XX:NewSize"))
                .forEach(command::add);
        command.addAll(List.of(
                "-Dprism.order=sw",
                "-Dwskscope.config.dir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                WindowMain.class.getName()));
        command.addAll(setup.arguments());
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        if (screen.display != null) {
            builder.environment().put("DISPLAY", screen.display);
        }
        return builder.start().waitFor() == 0;
    }

    /** A fresh X server with a window manager, so that figures do not depend on the desktop. */
    private static final class Screen implements AutoCloseable {
        private final @Nullable String display;
        private final List<Process> running = new ArrayList<>();

        private Screen(@Nullable String display) {
            this.display = display;
        }

        static Screen open(UiLoadSetup setup) throws IOException {
            if (setup.display().equals("here")) {
                return new Screen(null);
            }
            Process server = new ProcessBuilder(
                            "Xvfb", "-displayfd", "1", "-screen", "0", setup.window() + "x24", "-nolisten", "tcp")
                    .redirectError(ProcessBuilder.Redirect.to(new File("/dev/null")))
                    .start();
            BufferedReader number = server.inputReader();
            Screen screen = new Screen(":" + number.readLine());
            screen.running.add(server);
            ProcessBuilder manager = new ProcessBuilder("openbox")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            manager.environment().put("DISPLAY", ":" + screen.display.substring(1));
            screen.running.add(manager.start());
            return screen;
        }

        @Override
        public void close() throws InterruptedException {
            for (int i = running.size() - 1; i >= 0; i--) {
                running.get(i).destroy();
                running.get(i).waitFor(5, TimeUnit.SECONDS);
            }
        }
    }
}
