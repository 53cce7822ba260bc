package org.wskscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.wskscope.app.workbench.Workbench;

/** What was closed is kept by nobody: neither a session with its log nor the workbench and the views that showed it. */
@ExtendWith(ApplicationExtension.class)
class LettingGoTest {
    private static final long LIMIT_SECONDS = 40;

    @TempDir
    static Path directory;

    private Stage stage;
    private LiveWorkbench program;

    @Start
    void start(Stage given) {
        // Not the given one: TestFX keeps every event of that.
        stage = new Stage();
    }

    @AfterEach
    void close() throws Exception {
        LiveWorkbench.onFx(() -> {
            stage.hide();
            return true;
        });
        if (program != null) {
            program.close();
        }
    }

    @Test
    void aSessionInVirtualTimeThatWasReplacedIsLetGoWithAllThatShowedIt() throws Exception {
        open();
        run("session.virtual");
        LiveWorkbench.until(() -> program.wiring().virtual().desk() != null);
        Map<String, WeakReference<Object>> gone =
                seen(program.wiring().virtual().desk());

        run("session.new");
        LiveWorkbench.until(
                () -> program.wiring().virtual().desk() != gone.get("desk").get());

        assertLetGo(gone);
    }

    @Test
    void aLiveSessionThatWasReplacedIsLetGoWithAllThatShowedIt() throws Exception {
        open();
        Map<String, WeakReference<Object>> gone = seen(program.wiring().live());

        run("session.new");
        LiveWorkbench.until(() -> program.wiring().live() != gone.get("desk").get());

        assertLetGo(gone);
    }

    private void open() {
        program = LiveWorkbench.open(directory);
        LiveWorkbench.onFx(() -> {
            program.show(stage);
            return true;
        });
    }

    /** Does what the action search of the workbench on the window would do. */
    private void run(String action) throws TimeoutException {
        LiveWorkbench.until(() -> {
            program.wiring().shown().actions().find(action).orElseThrow().run().run();
            return true;
        });
    }

    private static Map<String, WeakReference<Object>> seen(SessionContext desk) {
        Map<String, WeakReference<Object>> seen = new LinkedHashMap<>();
        LiveWorkbench.onFx(() -> {
            Workbench workbench = desk.workbench();
            seen.put("desk", new WeakReference<>(desk));
            seen.put("model", new WeakReference<>(desk.model()));
            seen.put("session", new WeakReference<>(desk.session()));
            seen.put("log", new WeakReference<>(desk.session().log()));
            seen.put("workbench", new WeakReference<>(workbench));
            seen.put("top bar", new WeakReference<>(workbench.topBar()));
            workbench
                    .dock()
                    .windows()
                    .forEach(window -> seen.put("view " + window.id(), new WeakReference<>(window.content())));
            return true;
        });
        return seen;
    }

    private static void assertLetGo(Map<String, WeakReference<Object>> gone) {
        List<String> kept = new ArrayList<>();
        try {
            WaitForAsyncUtils.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS, () -> {
                // A scene keeps the nodes that wait to be painted.
                LiveWorkbench.onFx(() -> {
                    Platform.requestNextPulse();
                    return true;
                });
                System.gc();
                kept.clear();
                gone.forEach((name, reference) -> {
                    if (reference.get() != null) {
                        kept.add(name);
                    }
                });
                return kept.isEmpty();
            });
        } catch (TimeoutException late) {
            assertThat(kept).isEmpty();
        }
        assertThat(gone).hasSizeGreaterThan(10);
    }
}
