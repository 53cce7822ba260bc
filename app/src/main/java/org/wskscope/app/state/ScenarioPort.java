package org.wskscope.app.state;

import javafx.beans.property.ReadOnlyObjectProperty;
import org.wskscope.engine.scenario.Scenario;

/** Where a view asks for scenarios to be played on the session. One at a time. FX thread. */
public interface ScenarioPort {
    /**
     * A wish to play.
     *
     * @param scenario which one
     * @param paceNanos rest before each step, nanoseconds; 0 for none
     * @param stopAt the moment to stop at and leave everything standing; empty to play all
     * @param ownSession in a new session with the choices it needs, instead of the one there is
     */
    record PlayRequest(Scenario scenario, long paceNanos, String stopAt, boolean ownSession) {
        /** In the session there is. */
        public PlayRequest(Scenario scenario, long paceNanos, String stopAt) {
            this(scenario, paceNanos, stopAt, false);
        }

        public PlayRequest inItsOwnSession() {
            return new PlayRequest(scenario, paceNanos, stopAt, true);
        }
    }

    /** Whether the session there is decides as the scenario needs it; if not, it is to be played in its own. */
    boolean fits(Scenario scenario);

    /** Begins to play; false when one is playing already or the program is closing. */
    boolean play(PlayRequest request);

    /** Ends the one that is playing after its present step. */
    void cancel();

    ReadOnlyObjectProperty<ScenarioProgress> progressProperty();
}
