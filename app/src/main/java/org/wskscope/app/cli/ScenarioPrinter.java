package org.wskscope.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.wskscope.engine.recording.JsonLines;
import org.wskscope.engine.scenario.Scenario;
import org.wskscope.engine.scenario.ScenarioFailedException;
import org.wskscope.engine.scenario.ScenarioObserver;
import org.wskscope.engine.scenario.ScenarioPart;
import org.wskscope.engine.scenario.ScenarioPlayer;
import org.wskscope.engine.session.ChoiceSettings;
import org.wskscope.engine.session.Session;

/** Plays scenarios and prints what they left in the log. Owned by one thread, which may wait. */
final class ScenarioPrinter {
    private final PrintWriter out;
    private final CommandLineText words;

    ScenarioPrinter(PrintWriter out, CommandLineText words) {
        this.out = out;
        this.words = words;
    }

    static String heading(Scenario scenario) {
        return scenario.id() + "  " + scenario.title();
    }

    /** Why the scenario cannot be played with the choices the user asks for; empty when it can. */
    Optional<String> obstacle(Scenario scenario, ChoiceSettings asked) {
        ChoiceSettings its = scenario.choices();
        return its.and(asked).equals(asked.and(its))
                ? Optional.empty()
                : Optional.of(words.sentence("scenario.otherChoices", scenario.id(), its.text(), asked.text()));
    }

    /**
     * Plays it and prints its records as JSON, one a line; of one that failed, those until then.
     *
     * @throws ScenarioFailedException when it went otherwise than its file says
     */
    void playAsJson(Session session, Scenario scenario) {
        try {
            ScenarioPart part = new ScenarioPlayer(session).play(scenario, ScenarioObserver.NONE);
            printJson(session, part.start(), part.end());
        } catch (ScenarioFailedException failed) {
            printJson(session, failed.start(), failed.end());
            throw failed;
        }
    }

    private void printJson(Session session, long start, long end) {
        JsonLines lines = new JsonLines(session.log());
        try {
            for (long sequence = start; sequence < end && !out.checkError(); sequence++) {
                lines.append(sequence, out);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("A writer of a terminal throws nothing", impossible);
        }
        out.flush();
    }

    /**
     * Plays it and prints its records, under the choices that are not the usual ones; of one that failed, those until then.
     *
     * @throws ScenarioFailedException when it went otherwise than its file says
     */
    void play(Session session, Scenario scenario) {
        TracePrinter printer = new TracePrinter(session.log(), out);
        out.println(heading(scenario));
        if (!session.choices().isDefault()) {
            out.println(session.choices().text() + ", " + ChoiceSettings.SEED + "=" + session.seed());
        }
        try {
            ScenarioPart part = new ScenarioPlayer(session).play(scenario, ScenarioObserver.NONE);
            printer.skipTo(part.start());
            printer.printTo(part.end());
        } catch (ScenarioFailedException failed) {
            printer.skipTo(failed.start());
            printer.printTo(failed.end());
            throw failed;
        } finally {
            out.println();
            out.flush();
        }
    }
}
