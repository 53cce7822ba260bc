package org.wskscope.app.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.Objects;

/** The three looks of the workbench; each is one token sheet over one base sheet, which {@link SheetCompiler} makes of one of AtlantaFX. */
public enum Theme {
    DARK("tokens-dark.css", true),
    LIGHT("tokens-light.css", false),
    HIGH_CONTRAST("tokens-contrast.css", true);

    static final String DARK_BASE = "base-dark.css";
    static final String LIGHT_BASE = "base-light.css";

    private final String sheet;
    private final boolean dark;

    Theme(String sheet, boolean dark) {
        this.sheet = sheet;
        this.dark = dark;
    }

    /** Where this theme's token sheet is on the class path. */
    public URL tokenSheet() {
        return resource(sheet);
    }

    public boolean isDark() {
        return dark;
    }

    String userAgentSheet() {
        URL made = Theme.class.getResource(dark ? DARK_BASE : LIGHT_BASE);
        // javafx:run ends before the build makes it: then all of AtlantaFX's.
        return made != null
                ? made.toExternalForm()
                : dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
    }

    private static URL resource(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name), name);
    }
}
