package org.wskscope.app.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.Stylesheet;

/**
 * The build's step that makes the sheets quick to read. What AtlantaFX says about controls this program has not is left out, because each rule is tried on each node of a window that starts; and every sheet
 * is also written as JavaFX reads it without parsing. The sheets themselves stay beside, for whoever reads them.
 */
public final class SheetCompiler {
    /** Style classes of controls and looks nobody here uses; a rule that asks for one of them can fit nothing. */
    static final Pattern UNUSED = Pattern.compile(String.join(
            "|",
            "accordion|titled-pane|tab-pane|tool-bar|menu-bar|split-pane|button-bar|pagination",
            "table-view|table-row-cell|tree-table-.*|spinner|choice-box|radio-button|toggle-switch",
            "date-picker.*|calendar.*|color-picker.*|color-palette.*|custom-color-dialog|html-editor.*",
            "chart|chart-.*|.*-chart|.*-legend-symbol|axis|axis-.*|default-color[0-9]",
            "dialog-pane|alert|notification|message|popover|modal-.*|tile|tile-base|bb-code|breadcrumbs",
            "progress-indicator|ring-progress-indicator|text-area|password-field|caption-menu-item",
            "success|danger|warning|button-outlined|button-circle|flat|rounded|large|interactive|elevated-[0-9]",
            "left-pill|center-pill|right-pill|floating|classic|bordered|striped|alt-icon|edge-to-edge",
            "title-[0-9]|bg-.*|border-(default|muted|subtle)|sub|sup|hr|abbr"));

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile("([^{}]+)(\\{[^{}]*\\})");
    private static final Pattern STYLE_CLASS = Pattern.compile("\\.([A-Za-z][A-Za-z0-9_-]*)");

    private SheetCompiler() {}

    /**
     * Writes the sheets.
     *
     * @param args the folder this package is compiled into
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Files.writeString(folder.resolve(Theme.DARK_BASE), base(new PrimerDark().getUserAgentStylesheet()));
        Files.writeString(folder.resolve(Theme.LIGHT_BASE), base(new PrimerLight().getUserAgentStylesheet()));
        Files.writeString(folder.resolve(ThemeApplier.UNSCALED), ThemeApplier.scaleRules(1));
        try (Stream<Path> sheets = Files.list(folder)) {
            for (Path sheet :
                    sheets.filter(file -> file.toString().endsWith(".css")).toList()) {
                Path binary = Path.of(sheet.toString().replaceFirst("css$", "bss"));
                Stylesheet.convertToBinary(sheet.toFile(), binary.toFile());
            }
        }
    }

    /** The sheet of AtlantaFX at this place of the class path, without what is not used. */
    private static String base(String place) throws IOException {
        try (InputStream in = Objects.requireNonNull(SheetCompiler.class.getResourceAsStream(place), place)) {
            return withoutUnused(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** The rules that can fit something, each with the selectors that can. */
    static String withoutUnused(String sheet) {
        StringBuilder kept = new StringBuilder(sheet.length());
        Matcher rules = RULE.matcher(COMMENT.matcher(sheet).replaceAll(""));
        while (rules.find()) {
            List<String> selectors = Stream.of(rules.group(1).split(","))
                    .map(String::strip)
                    .filter(SheetCompiler::canFit)
                    .toList();
            if (!selectors.isEmpty()) {
                kept.append(selectors.stream().collect(Collectors.joining(",\n")))
                        .append(' ')
                        .append(rules.group(2))
                        .append('\n');
            }
        }
        return kept.toString();
    }

    private static boolean canFit(String selector) {
        return STYLE_CLASS
                .matcher(selector)
                .results()
                .noneMatch(named -> UNUSED.matcher(named.group(1)).matches());
    }
}
