package org.wskscope.engine.races;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.testkit.StressRounds;
import org.wskscope.engine.transport.netty.NettyTransport;

/** The races of a WSK client, on real sockets: a few hundred rounds of each in every build, 100,000 with {@code -Pstress}, where every order must occur. */
class RaceRoundsTest {
    private static final long SEED = 20_261_121L;

    private static NettyTransport transport;

    @BeforeAll
    static void begin() {
        transport = new NettyTransport(2);
    }

    @AfterAll
    static void end() {
        transport.close();
    }

    private static void play(String name, Supplier<Race> race, String... outcomes) throws IOException {
        Map<String, Integer> counts = new RaceRounds(transport, name, SEED).play(race);

        assertThat(outcomes).containsAll(counts.keySet());
        if (StressRounds.isFull()) {
            assertThat(counts).containsOnlyKeys(outcomes);
        }
    }

    @Test
    @Tag("API-IRP-11")
    @Tag("EVT-RCV-20")
    void cancelAgainstCompletion() throws IOException {
        play("cancel", CancelRace::new, "cancel first", "completion first");
    }

    @Test
    @Tag("CTL-ECB-21")
    @Tag("CTL-ECB-28")
    @Tag("EVT-RCV-21")
    void disableAgainstIndication() throws IOException {
        play("disable", DisableRace::new, "disable first", "indication first", "indication in progress");
    }

    @Test
    @Tag("API-CLO-02")
    @Tag("API-CLO-07")
    @Tag("API-CLO-08")
    void closeAgainstReceive() throws IOException {
        play(
                "close",
                CloseRace::new,
                "receive request first",
                "close before request",
                "indication first",
                "close during indication",
                "close before indication");
    }

    @Test
    @Tag("API-CLO-01")
    @Tag("API-CLO-07")
    void acceptAgainstClose() throws IOException {
        play(
                "accept",
                AcceptRace::new,
                "accept request first",
                "close before accept request",
                "accept event first",
                "close before accept event");
    }

    @Test
    @Tag("API-REL-03")
    @Tag("API-CLO-07")
    void releaseAgainstClose() throws IOException {
        play("release", ReleaseRace::new, "release first", "close before release", "close before callback");
    }
}
