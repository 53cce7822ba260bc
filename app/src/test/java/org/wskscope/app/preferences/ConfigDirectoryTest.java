package org.wskscope.app.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ConfigDirectoryTest {
    private static final Path HOME = Path.of("home", "ada");

    @Test
    void linuxFollowsTheDesktopsConvention() {
        assertThat(ConfigDirectory.of(system("Linux"), Map.of("XDG_CONFIG_HOME", "conf")))
                .isEqualTo(Path.of("conf", "wskscope"));
        assertThat(ConfigDirectory.of(system("Linux"), Map.of())).isEqualTo(HOME.resolve(".config/wskscope"));
    }

    @Test
    void windowsUsesItsRoamingFolder() {
        assertThat(ConfigDirectory.of(system("Windows 11"), Map.of("APPDATA", "roam")))
                .isEqualTo(Path.of("roam", "wskscope"));
        assertThat(ConfigDirectory.of(system("Windows 11"), Map.of()))
                .isEqualTo(HOME.resolve("AppData/Roaming/wskscope"));
    }

    @Test
    void macUsesApplicationSupport() {
        assertThat(ConfigDirectory.of(system("Mac OS X"), Map.of()))
                .isEqualTo(HOME.resolve("Library/Application Support/wskscope"));
    }

    @Test
    void theSystemPropertyWins() {
        Properties properties = system("Linux");
        properties.setProperty(ConfigDirectory.OVERRIDE, "elsewhere");

        assertThat(ConfigDirectory.of(properties, Map.of("XDG_CONFIG_HOME", "conf")))
                .isEqualTo(Path.of("elsewhere"));
    }

    private static Properties system(String name) {
        Properties properties = new Properties();
        properties.setProperty("os.name", name);
        properties.setProperty("user.home", HOME.toString());
        return properties;
    }
}
