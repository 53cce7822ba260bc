package org.wskscope.app.view.scenarios;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a scenario in two parts: {@code SCN-12-PART} is the variant {@code part} of {@code SCN-12}. Pure.
 *
 * @param scenario what it is or belongs to
 * @param variant which variant, in small letters; empty for the scenario itself
 */
record ScenarioName(String scenario, String variant) {
    private static final Pattern VARIANT = Pattern.compile("([A-Z]+-\\d+)-(.+)");

    static ScenarioName of(String id) {
        Matcher parts = VARIANT.matcher(id);
        return parts.matches()
                ? new ScenarioName(parts.group(1), parts.group(2).toLowerCase(Locale.ROOT))
                : new ScenarioName(id, "");
    }

    boolean isVariant() {
        return !variant.isEmpty();
    }
}
