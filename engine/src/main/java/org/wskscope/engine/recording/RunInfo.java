package org.wskscope.engine.recording;

import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of a run beside its records. Keys are words of lower-case letters and dots; what a program does not know it keeps.
 *
 * @param facts such as {@code network}, {@code scenario}, {@code seed}, {@code choices}, {@code processors}, {@code program}, {@code saved}
 */
public record RunInfo(Map<String, String> facts) {
    /** {@link #IN_MEMORY} for a run in virtual time, {@link #SOCKETS} for one over real sockets. */
    public static final String NETWORK = "network";

    public static final String IN_MEMORY = "memory";
    public static final String SOCKETS = "sockets";

    /** How many processors the run had. */
    public static final String PROCESSORS = "processors";

    public static final String SCENARIO = "scenario";
    public static final String SEED = "seed";
    public static final String CHOICES = "choices";

    /** The version of the program that wrote the file. */
    public static final String PROGRAM = "program";

    /** When it was saved, as ISO 8601. */
    public static final String SAVED = "saved";

    /** {@code left out} when the previews of the bytes were not saved. */
    public static final String PAYLOAD = "payload";

    public RunInfo {
        facts = Map.copyOf(facts);
    }

    /** The value of {@code key}; empty when it is not known. */
    public String get(String key) {
        return facts.getOrDefault(key, "");
    }

    /** The same with one fact more or another. */
    public RunInfo with(String key, String value) {
        Map<String, String> all = new TreeMap<>(facts);
        all.put(key, value);
        return new RunInfo(all);
    }

    /** At least 1. */
    public int processors() {
        try {
            return Math.max(1, Math.min(4_095, Integer.parseInt(get(PROCESSORS))));
        } catch (NumberFormatException unknown) {
            return 1;
        }
    }
}
