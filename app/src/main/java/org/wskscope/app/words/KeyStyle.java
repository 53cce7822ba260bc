package org.wskscope.app.words;

/** How keys are named where the program runs. Bundles write {@code {Shortcut+}N}: Ctrl+N here, ⌘N on macOS. */
public enum KeyStyle {
    PC("Ctrl+", "Alt+", "Shift+"),
    MAC("⌘", "⌥", "⇧");

    private final String shortcut;
    private final String alt;
    private final String shift;

    KeyStyle(String shortcut, String alt, String shift) {
        this.shortcut = shortcut;
        this.alt = alt;
        this.shift = shift;
    }

    public static KeyStyle of(SystemKind system) {
        return system == SystemKind.MAC ? MAC : PC;
    }

    /** {@code text} with the names of the keys. */
    String named(String text) {
        return text.replace("{Shortcut+}", shortcut).replace("{Alt+}", alt).replace("{Shift+}", shift);
    }
}
