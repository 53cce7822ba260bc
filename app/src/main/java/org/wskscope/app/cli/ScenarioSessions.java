package org.wskscope.app.cli;

import org.wskscope.engine.session.ChoiceSettings;
import org.wskscope.engine.session.LiveSession;
import org.wskscope.engine.session.LiveSessionOptions;
import org.wskscope.engine.session.Session;
import org.wskscope.engine.session.SimulatedSession;
import org.wskscope.engine.session.SimulatedSessionOptions;

/** Opens the sessions scenarios are played on by commands. */
final class ScenarioSessions {
    private ScenarioSessions() {}

    /**
     * @param live on real loopback sockets; otherwise in virtual time
     */
    static Session open(boolean live, ChoiceSettings choices) {
        return live
                ? LiveSession.open(LiveSessionOptions.DEFAULT.with(choices))
                : SimulatedSession.open(SimulatedSessionOptions.DEFAULT.with(choices));
    }
}
