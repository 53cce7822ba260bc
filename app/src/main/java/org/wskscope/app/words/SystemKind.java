package org.wskscope.app.words;

import java.util.Locale;

/** What kind of system the program runs on, where people see a difference: keys, commands, the browser. */
public enum SystemKind {
    LINUX,
    MAC,
    WINDOWS;

    /** Of the system the program runs on; everything that is neither macOS nor Windows does as Linux does. */
    public static SystemKind ofThisSystem() {
        return of(System.getProperty("os.name", ""));
    }

    /** Of a system by the name Java gives it. */
    public static SystemKind of(String name) {
        String system = name.toLowerCase(Locale.ROOT);
        return system.startsWith("mac") ? MAC : system.startsWith("windows") ? WINDOWS : LINUX;
    }
}
