package org.wskscope.app.preferences;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Preferences as JSON, and back; a choice that is missing or makes no sense is the default one. Pure. */
final class PreferencesJson {
    private PreferencesJson() {}

    static ObjectNode write(Preferences preferences) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("theme", preferences.theme());
        json.put("uiScalePercent", preferences.uiScalePercent());
        json.put("language", preferences.language());
        json.put("reduceMotion", preferences.reduceMotion());
        json.put("displaySpeed", preferences.displaySpeed());
        json.put("tcpPort", preferences.tcpPort());
        json.put("udpPort", preferences.udpPort());
        json.put("disableWithIrp", preferences.disableWithIrp());
        ObjectNode choices = json.putObject("choices");
        new TreeMap<>(preferences.choices()).forEach(choices::put);
        ObjectNode remembered = json.putObject("remembered");
        new TreeMap<>(preferences.remembered()).forEach(remembered::put);
        preferences.window().ifPresent(window -> json.set("window", write(window)));
        preferences.layout().ifPresent(layout -> json.set("layout", layout));
        return json;
    }

    static Preferences read(JsonNode json) {
        Preferences defaults = Preferences.defaults();
        return new Preferences(
                json.path("theme").asText(defaults.theme()),
                (int) within(json.path("uiScalePercent"), 75, 300, defaults.uiScalePercent()),
                json.path("language").asText(defaults.language()),
                json.path("reduceMotion").asBoolean(defaults.reduceMotion()),
                within(json.path("displaySpeed"), 0.001, 1, defaults.displaySpeed()),
                (int) within(json.path("tcpPort"), 0, 65_535, defaults.tcpPort()),
                (int) within(json.path("udpPort"), 0, 65_535, defaults.udpPort()),
                json.path("disableWithIrp").asBoolean(defaults.disableWithIrp()),
                choices(json.path("choices")),
                window(json.path("window")),
                remembered(json.path("remembered")),
                json.path("layout").isObject() ? Optional.of(json.path("layout")) : Optional.empty());
    }

    private static double within(JsonNode number, double least, double most, double otherwise) {
        boolean usable = number.isNumber() && number.asDouble() >= least && number.asDouble() <= most;
        return usable ? number.asDouble() : otherwise;
    }

    private static Map<String, String> choices(JsonNode json) {
        Map<String, String> choices = new HashMap<>();
        json.properties().forEach(choice -> {
            if (choice.getValue().isTextual()) {
                choices.put(choice.getKey(), choice.getValue().asText());
            }
        });
        return choices;
    }

    private static Map<String, Double> remembered(JsonNode json) {
        Map<String, Double> numbers = new HashMap<>();
        json.properties().forEach(number -> {
            if (number.getValue().isNumber()
                    && Double.isFinite(number.getValue().asDouble())) {
                numbers.put(number.getKey(), number.getValue().asDouble());
            }
        });
        return numbers;
    }

    private static Optional<WindowPlace> window(JsonNode json) {
        WindowPlace place = new WindowPlace(
                json.path("x").asDouble(),
                json.path("y").asDouble(),
                json.path("width").asDouble(),
                json.path("height").asDouble(),
                json.path("maximized").asBoolean(),
                json.path("fullScreen").asBoolean());
        return place.isUsable() ? Optional.of(place) : Optional.empty();
    }

    private static ObjectNode write(WindowPlace place) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("x", place.x())
                .put("y", place.y())
                .put("width", place.width())
                .put("height", place.height())
                .put("maximized", place.maximized())
                .put("fullScreen", place.fullScreen());
    }
}
