package org.wskscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.app.LiveWorkbench.onFx;
import static org.wskscope.app.LiveWorkbench.shows;
import static org.wskscope.app.LiveWorkbench.textOf;
import static org.wskscope.app.LiveWorkbench.until;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Init;
import org.testfx.framework.junit5.Start;
import org.wskscope.app.control.LaneCanvas;
import org.wskscope.app.control.TimeViewport;
import org.wskscope.engine.projection.TraceListing;
import org.wskscope.engine.session.Session;

/** What a person sees of the sessions in virtual time beside the live one. */
@ExtendWith(ApplicationExtension.class)
class VirtualSessionsTest {
    private static final int AT_ONCE = 0;

    @TempDir
    static Path directory;

    private LiveWorkbench program;
    private Stage stage;

    @Init
    void open() {
        program = LiveWorkbench.open(directory);
    }

    @Start
    void show(Stage given) {
        stage = given;
        program.show(given);
    }

    @AfterEach
    void close() throws IOException {
        onFx(() -> {
            stage.hide();
            return true;
        });
        program.close();
    }

    @Test
    void virtualTimeBeginsEmptyAndTheLiveSessionStaysAsItWas() throws TimeoutException {
        until(() -> textOf("sockets").contains("L1"));

        choose(SessionKind.VIRTUAL);

        until(() -> textOf("status-state").contains("seed 1"));
        assertThat(onFx(() -> textOf("sockets"))).doesNotContain("L1");

        choose(SessionKind.LIVE);

        until(() -> textOf("sockets").contains("L1"));
        assertThat(onFx(() -> textOf("status-state"))).contains("engine running");
    }

    @Test
    void theSameSeedGivesTheSameTraceInAFreshSession() throws TimeoutException {
        choose(SessionKind.VIRTUAL);
        until(() -> textOf("status-state").contains("seed 1"));

        String first = playedTrace("SCN-03");
        String second = playedTrace("SCN-03");

        assertThat(first).contains("WskReceiveEvent");
        assertThat(second).isEqualTo(first);
    }

    @Test
    void afterARunItsSocketsStandAndTheTimelineShowsAllOfIt() throws TimeoutException {
        choose(SessionKind.VIRTUAL);
        until(() -> textOf("status-state").contains("seed 1"));

        playedTrace("SCN-03");

        until(() -> shows("card-L1") && shows("card-C1"));
        until(() -> {
            TimeViewport viewport = ((LaneCanvas<?>) LiveWorkbench.find("timeline-lanes")).viewport();
            long end = session().nanoTime();
            return viewport.shows(0, end) && viewport.span() < 2.0 * end;
        });
    }

    @Test
    void theSeedOfTheFieldIsTheNextSessions() throws TimeoutException {
        choose(SessionKind.VIRTUAL);
        until(() -> textOf("status-state").contains("seed 1"));

        onFx(() -> {
            ((TextField) LiveWorkbench.find("seed")).setText("42x");
            ((TextField) LiveWorkbench.find("seed")).setText("42");
            return true;
        });
        playedTrace("SCN-02");

        until(() -> textOf("status-state").contains("seed 42"));
    }

    private void choose(SessionKind kind) {
        onFx(() -> {
            ((ButtonBase) LiveWorkbench.find("session-kind")
                            .lookupAll(".segment")
                            .toArray()[kind.ordinal()])
                    .fire();
            return true;
        });
    }

    private String playedTrace(String scenario) throws TimeoutException {
        Session before = onFx(() -> session());
        until(() -> shows("play-" + scenario));
        onFx(() -> {
            ((SplitMenuButton) LiveWorkbench.find("play-" + scenario))
                    .getItems()
                    .get(AT_ONCE)
                    .fire();
            return true;
        });
        until(() -> session() != before && textOf("scenario-result").contains(scenario));
        return onFx(() -> {
            StringBuilder listing = new StringBuilder();
            new TraceListing().append(session().log(), 0, session().log().size(), listing);
            return listing.toString();
        });
    }

    private Session session() {
        SessionContext desk = program.wiring().virtual().desk();
        return desk == null ? null : desk.session();
    }
}
