package org.wskscope.app.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.Objects;

/** The three looks of the workbench; each is one token sheet over one AtlantaFX base sheet. */
public enum Theme {
    DARK("tokens-dark.css", true),
    LIGHT("tokens-light.css", false),
    HIGH_CONTRAST("tokens-contrast.css", true);

    private final String sheet;
    private final boolean dark;

    Theme(String sheet, boolean dark) {
        this.sheet = sheet;
        this.dark = dark;
    }

    /** Where this theme's token sheet is on the class path. */
    public URL tokenSheet() {
        return Objects.requireNonNull(Theme.class.getResource(sheet), sheet);
    }

    public boolean isDark() {
        return dark;
    }

    String userAgentSheet() {
        return dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
    }
}
