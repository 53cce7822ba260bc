package org.wskscope.engine.races;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.wskscope.engine.projection.TraceListing;
import org.wskscope.engine.testkit.StressRounds;
import org.wskscope.engine.transport.Transport;

/** Plays many rounds of a race, each thousand with a log of its own, and counts who was first. The log of rounds that failed is kept. One thread. */
final class RaceRounds {
    private static final int SHARE = 300;
    private static final int FULL = 100_000;
    private static final int ROUNDS_PER_LOG = 1_000;
    private static final Path KEPT = Path.of("target", "races");

    private final Transport transport;
    private final String name;
    private final long seed;
    private final Map<String, Integer> outcomes = new TreeMap<>();

    RaceRounds(Transport transport, String name, long seed) {
        this.transport = transport;
        this.name = name;
        this.seed = seed;
    }

    /** Returns how often each outcome was seen. */
    Map<String, Integer> play(Supplier<Race> kind) throws IOException {
        int rounds = StressRounds.rounds(SHARE, FULL);
        // Even and odd rounds may differ in kind, so each seek their own moment.
        PhaseShift[] shifts = {new PhaseShift(seed), new PhaseShift(seed + 1)};
        for (int first = 0; first < rounds; first += ROUNDS_PER_LOG) {
            playOnOneLog(kind.get(), shifts, first, Math.min(rounds, first + ROUNDS_PER_LOG));
        }
        Files.createDirectories(KEPT);
        Files.writeString(KEPT.resolve(name + ".counts"), rounds + " rounds, seed " + seed + ": " + outcomes + "\n");
        return outcomes;
    }

    private void playOnOneLog(Race race, PhaseShift[] shifts, int first, int end) throws IOException {
        RaceArena arena = new RaceArena(transport);
        int round = first;
        try {
            race.begin(arena);
            for (; round < end; round++) {
                outcomes.merge(race.round(arena, shifts[round & 1], round), 1, Integer::sum);
            }
            race.end(arena);
            arena.end();
        } catch (AssertionError | RuntimeException | IOException broken) {
            Path kept = keep(arena, round);
            throw new AssertionError(
                    name + ", seed " + seed + ", rounds " + first + " to " + round + "; the log is in " + kept, broken);
        }
    }

    private Path keep(RaceArena arena, int round) throws IOException {
        Files.createDirectories(KEPT);
        Path file = KEPT.resolve(name + "-" + seed + "-" + round + ".txt");
        try (Writer out = Files.newBufferedWriter(file)) {
            new TraceListing().append(arena.log, 0, arena.log.size(), out);
        }
        return file;
    }
}
