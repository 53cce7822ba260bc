package org.wskscope.app.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** From 49152 on Windows gives ports away by itself, and Hyper-V and Docker reserve whole ranges; below 1024 Linux asks for rights. */
class DefaultPortsTest {
    @Test
    void noDefaultPortIsOneThatASystemGivesAwayOrGuards() throws ReflectiveOperationException {
        List<Integer> ports = new ArrayList<>();
        for (RecordComponent part : Preferences.class.getRecordComponents()) {
            if (part.getName().toLowerCase(Locale.ROOT).endsWith("port")) {
                ports.add((Integer) part.getAccessor().invoke(Preferences.defaults()));
            }
        }

        assertThat(ports).hasSize(2).allSatisfy(port -> assertThat(port).isBetween(1_024, 49_151));
    }
}
