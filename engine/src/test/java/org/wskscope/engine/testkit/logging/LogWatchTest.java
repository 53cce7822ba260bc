package org.wskscope.engine.testkit.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The watch is at work in this very run, and what it complains about. */
class LogWatchTest {
    private static final Logger LOGGER = LoggerFactory.getLogger(LogWatchTest.class);

    @Test
    @ExpectLog("^LogWatchTest: the disk is \\d+ % full\n.*IllegalStateException: planted")
    void whatIsLoggedIsCapturedWithItsFailure() {
        LOGGER.warn("the disk is {} % full", 99, new IllegalStateException("planted"));
    }

    @Test
    @ExpectLog("^LogWatchTest: later")
    void anotherThreadMayLogItAMomentLater() {
        Thread thread = new Thread(() -> LOGGER.error("later"));
        thread.start();
    }

    @Test
    void informationIsNobodysBusiness() {
        LOGGER.info("all is well");
    }

    @Test
    @ExpectLog(value = "disk", always = false)
    @ExpectLog(value = "network", always = false)
    void whatMayBeLoggedNeedNotBe(TestInfo test) {
        assertThat(complaints(test, false)).isEmpty();
        assertThat(complaints(test, false, "A: disk full", "B: network gone")).isEmpty();
        assertThat(complaints(test, false, "A: memory full")).containsExactly("logged A: memory full");
    }

    @Test
    @ExpectLog("disk")
    void whatIsExpectedMustBeLogged(TestInfo test) {
        LOGGER.warn("disk");

        assertThat(complaints(test, false)).containsExactly("did not log what it was expected to: disk");
        assertThat(complaints(test, false, "A: disk full", "A: disk gone")).isEmpty();
    }

    @Test
    @ExpectLog(value = "disk", always = false)
    void aTestThatFailedTellsAllItLogged(TestInfo test) {
        assertThat(complaints(test, true, "A: disk full")).containsExactly("logged A: disk full");
    }

    private static List<String> complaints(TestInfo test, boolean failed, String... entries) {
        List<ExpectLog> expectations =
                List.of(test.getTestMethod().orElseThrow().getAnnotationsByType(ExpectLog.class));
        return LogWatch.complaints(expectations, List.of(entries), failed);
    }
}
