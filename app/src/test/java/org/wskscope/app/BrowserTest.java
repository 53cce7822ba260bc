package org.wskscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class BrowserTest {
    private static final URI PAGE = URI.create("https://learn.microsoft.com/windows-hardware/drivers/network/x");

    private final List<URI> missing = new ArrayList<>();
    private final List<URI> byToolkit = new ArrayList<>();

    @Start
    void start(Stage stage) {
        stage.show();
    }

    @Test
    void withoutAnOpenerItIsReportedAtOnce() {
        open(new Browser(true, List.of("there-is-no-such-opener"), byToolkit::add));

        assertThat(missing).containsExactly(PAGE);
        assertThat(byToolkit).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void anOpenerThatFailsIsReportedToo() throws TimeoutException {
        open(new Browser(true, List.of("false"), byToolkit::add));

        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, () -> missing.contains(PAGE)));
    }

    @Test
    void whereTheSystemAlwaysHasOneItIsAsked() {
        open(new Browser(false, List.of(), byToolkit::add));

        assertThat(byToolkit).containsExactly(PAGE);
    }

    private void open(Browser browser) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> browser.open(PAGE, missing::add));
    }
}
