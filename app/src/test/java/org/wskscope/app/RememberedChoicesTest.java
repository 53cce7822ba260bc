package org.wskscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wskscope.app.preferences.PreferencesStore;
import org.wskscope.app.state.NextSession;
import org.wskscope.engine.session.SessionChoice;
import org.wskscope.engine.session.SessionChoices;
import org.wskscope.engine.testkit.logging.ExpectLog;

class RememberedChoicesTest {
    private final ScheduledExecutorService saver = Executors.newSingleThreadScheduledExecutor();

    @TempDir
    Path directory;

    @AfterEach
    void stop() {
        saver.shutdownNow();
    }

    @Test
    void whatWasChosenIsThereAtTheNextStart() {
        try (PreferencesStore store = new PreferencesStore(directory, saver)) {
            NextSession next = RememberedChoices.of(store);
            assertThat(next.plan().choices()).isEqualTo(SessionChoices.DEFAULT);

            next.choicesProperty()
                    .set(SessionChoices.DEFAULT
                            .with(SessionChoice.RACES, "chaos")
                            .with(SessionChoice.ACCEPT_BACKLOG, "4"));
        }

        try (PreferencesStore store = new PreferencesStore(directory, saver)) {
            assertThat(RememberedChoices.of(store).plan().choices().text()).isEqualTo("races=chaos, acceptBacklog=4");
        }
    }

    @Test
    @ExpectLog("RememberedChoices: A remembered choice is left out: races is one of")
    @ExpectLog("RememberedChoices: A remembered choice is left out: there is no choice called")
    void whatIsNotKnownIsLeftOut() {
        try (PreferencesStore store = new PreferencesStore(directory, saver)) {
            store.update(current -> current.withChoices(Map.of("races", "wild", "moon", "full", "acceptBacklog", "4")));

            assertThat(RememberedChoices.of(store).plan().choices().text()).isEqualTo("acceptBacklog=4");
        }
    }
}
