package org.wskscope.app.preferences;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Where this platform keeps a program's settings. Pure. */
public final class ConfigDirectory {
    /** Names another directory, for tests and for trying something out. */
    public static final String OVERRIDE = "wskscope.config.dir";

    private static final String FOLDER = "wskscope";

    private ConfigDirectory() {}

    /** The directory for this process; it need not exist yet. */
    public static Path ofThisProcess() {
        return of(System.getProperties(), System.getenv());
    }

    static Path of(Properties properties, Map<String, String> environment) {
        String override = properties.getProperty(OVERRIDE, "");
        if (!override.isBlank()) {
            return Path.of(override);
        }
        Path home = Path.of(properties.getProperty("user.home", "."));
        String system = properties.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return named(environment, "APPDATA", home.resolve("AppData").resolve("Roaming"));
        }
        if (system.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve(FOLDER);
        }
        return named(environment, "XDG_CONFIG_HOME", home.resolve(".config"));
    }

    private static Path named(Map<String, String> environment, String variable, Path otherwise) {
        String value = environment.getOrDefault(variable, "");
        return (value.isBlank() ? otherwise : Path.of(value)).resolve(FOLDER);
    }
}
