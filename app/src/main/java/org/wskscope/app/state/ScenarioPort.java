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
     */
    record Wish(Scenario scenario, long paceNanos, String stopAt) {}

    /** Begins to play; false when one is playing already or the program is closing. */
    boolean play(Wish wish);

    /** Ends the one that is playing after its present step. */
    void cancel();

    ReadOnlyObjectProperty<ScenarioProgress> progressProperty();
}
