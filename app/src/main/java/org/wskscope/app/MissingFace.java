package org.wskscope.app;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.wskscope.app.theme.Fonts;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.Notices;
import org.wskscope.app.view.UserAction;
import org.wskscope.app.words.SystemKind;

/** Tells who reads Chinese, Japanese or Korean how to get a face for it, where a Linux has none: the bundled faces have no such characters. */
final class MissingFace {
    private static final Set<String> LANGUAGES = Set.of("zh", "ja", "ko");
    private static final String GROUND = "\u571F";
    private static final String MOUTH = "\u53E3";

    private MissingFace() {}

    /** Once, after the window is there. FX thread. */
    static void report(Messages messages, Notices notices) {
        if (isWanted(Locale.getDefault(), SystemKind.ofThisSystem()) && !Fonts.tellsApart(GROUND, MOUTH)) {
            // Too long to be read while something that goes by itself is there.
            notices.ask(
                    messages.get("font.missing"),
                    List.of(UserAction.of("leave-fonts", messages.get("font.leave"), "", () -> {})));
        }
    }

    /** Windows and macOS always have one. */
    static boolean isWanted(Locale locale, SystemKind system) {
        return system == SystemKind.LINUX && LANGUAGES.contains(locale.getLanguage());
    }
}
