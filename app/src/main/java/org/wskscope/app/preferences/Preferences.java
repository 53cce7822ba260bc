package org.wskscope.app.preferences;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * What the user chose, to be found again at the next start. Immutable.
 *
 * @param theme name of the theme; whoever applies it ignores a name it does not know
 * @param uiScalePercent 75 to 300
 * @param language a language tag; empty for the system's language
 * @param displaySpeed 1.0 is as it happens, 0.25 four times slower
 * @param tcpPort where the example client listens first; 0 lets the system choose
 * @param udpPort as {@code tcpPort}, for datagrams
 * @param disableWithIrp whether a click that disables an event passes an IRP
 * @param choices what the next session decides otherwise than usual, by name; whoever makes it ignores a name or value it does not know
 * @param window where the window was; empty before it was ever closed
 * @param remembered numbers the views keep by name, such as widths of columns
 * @param layout the arrangement of the tool windows, in the words of whoever wrote it
 */
public record Preferences(
        String theme,
        int uiScalePercent,
        String language,
        boolean reduceMotion,
        double displaySpeed,
        int tcpPort,
        int udpPort,
        boolean disableWithIrp,
        Map<String, String> choices,
        Optional<WindowPlace> window,
        Map<String, Double> remembered,
        Optional<JsonNode> layout) {
    public Preferences {
        choices = Map.copyOf(choices);
        remembered = Map.copyOf(remembered);
    }

    public static Preferences defaults() {
        return new Preferences(
                "DARK",
                100,
                "",
                false,
                1.0,
                20_007,
                20_053,
                true,
                Map.of(),
                Optional.empty(),
                Map.of(),
                Optional.empty());
    }

    public Preferences withTheme(String newTheme) {
        return new Preferences(
                newTheme,
                uiScalePercent,
                language,
                reduceMotion,
                displaySpeed,
                tcpPort,
                udpPort,
                disableWithIrp,
                choices,
                window,
                remembered,
                layout);
    }

    public Preferences withUiScalePercent(int percent) {
        return new Preferences(
                theme,
                percent,
                language,
                reduceMotion,
                displaySpeed,
                tcpPort,
                udpPort,
                disableWithIrp,
                choices,
                window,
                remembered,
                layout);
    }

    public Preferences withReduceMotion(boolean reduce) {
        return new Preferences(
                theme,
                uiScalePercent,
                language,
                reduce,
                displaySpeed,
                tcpPort,
                udpPort,
                disableWithIrp,
                choices,
                window,
                remembered,
                layout);
    }

    public Preferences withDisplaySpeed(double speed) {
        return new Preferences(
                theme,
                uiScalePercent,
                language,
                reduceMotion,
                speed,
                tcpPort,
                udpPort,
                disableWithIrp,
                choices,
                window,
                remembered,
                layout);
    }

    public Preferences withPorts(int newTcpPort, int newUdpPort) {
        return new Preferences(
                theme,
                uiScalePercent,
                language,
                reduceMotion,
                displaySpeed,
                newTcpPort,
                newUdpPort,
                disableWithIrp,
                choices,
                window,
                remembered,
                layout);
    }

    public Preferences withDisableWithIrp(boolean withIrp) {
        return new Preferences(
                theme,
                uiScalePercent,
                language,
                reduceMotion,
                displaySpeed,
                tcpPort,
                udpPort,
                withIrp,
                choices,
                window,
                remembered,
                layout);
    }

    public Preferences withChoices(Map<String, String> newChoices) {
        return new Preferences(
                theme,
                uiScalePercent,
                language,
                reduceMotion,
                displaySpeed,
                tcpPort,
                udpPort,
                disableWithIrp,
                newChoices,
                window,
                remembered,
                layout);
    }

    public Preferences withWindow(WindowPlace place) {
        return new Preferences(
                theme,
                uiScalePercent,
                language,
                reduceMotion,
                displaySpeed,
                tcpPort,
                udpPort,
                disableWithIrp,
                choices,
                Optional.of(place),
                remembered,
                layout);
    }

    public Preferences withLayout(JsonNode newLayout) {
        return new Preferences(
                theme,
                uiScalePercent,
                language,
                reduceMotion,
                displaySpeed,
                tcpPort,
                udpPort,
                disableWithIrp,
                choices,
                window,
                remembered,
                Optional.of(newLayout));
    }

    public Preferences withRemembered(Map<String, Double> newRemembered) {
        return new Preferences(
                theme,
                uiScalePercent,
                language,
                reduceMotion,
                displaySpeed,
                tcpPort,
                udpPort,
                disableWithIrp,
                choices,
                window,
                newRemembered,
                layout);
    }
}
