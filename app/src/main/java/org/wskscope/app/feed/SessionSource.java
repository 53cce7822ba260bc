package org.wskscope.app.feed;

import java.util.Optional;
import org.wskscope.app.state.ScenarioPort.PlayRequest;
import org.wskscope.engine.scenario.Scenario;
import org.wskscope.engine.session.Session;

/** Where a {@link ScenarioRunner} has its sessions from. */
@FunctionalInterface
public interface SessionSource {
    /**
     * The session of a wish, which may be a fresh one; a fresh one for no wish. Called on the runner's thread.
     *
     * @throws IllegalStateException when none can be opened
     */
    Session sessionFor(Optional<PlayRequest> request);

    /** Whether the scenario can be played on the session it would get without asking for one of its own. FX thread. */
    default boolean fits(Scenario scenario) {
        return true;
    }

    /** The runner's session is another one than before. FX thread. */
    default void show(Session session) {}
}
