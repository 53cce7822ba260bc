package org.wskscope.engine.testkit.arch;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who may import whom among our own packages: one row per room, naming the rooms it may import besides itself. A room is
 * a package with its sub-packages that have no row of their own. A row {@code view.*} stands for every package below
 * {@code view}, each a room for itself. Names are relative to the root, or whole ({@code org.…}) for another module's.
 */
public final class ImportTable {
    /** Stands for every room of the same module. */
    public static final String EVERY_ROOM = "*";

    private static final String OURS = "org.wskscope.";

    private final String root;
    private final Map<String, Set<String>> rows = new LinkedHashMap<>();

    private ImportTable(String root) {
        this.root = root;
    }

    public static ImportTable of(String root) {
        return new ImportTable(root);
    }

    public ImportTable row(String room, String... mayImport) {
        rows.put(room, Set.of(mayImport));
        return this;
    }

    /** The names of one row from a group that several rows share, and some of its own. */
    public static String[] and(String[] group, String... more) {
        return Stream.concat(Stream.of(group), Stream.of(more)).toArray(String[]::new);
    }

    /** Every class lies in a room with a row, and imports only what that row names. */
    public ArchRule rule() {
        return ArchRuleDefinition.classes().that().resideInAPackage(root + "..").should(keepToTheirRow());
    }

    private ArchCondition<JavaClass> keepToTheirRow() {
        return new ArchCondition<>("import only what the row of their room names") {
            @Override
            public void check(JavaClass origin, ConditionEvents events) {
                Optional<String> room = roomOf(origin.getPackageName());
                if (room.isEmpty()) {
                    violation(
                            events, origin, origin.getName() + " lies in a package without a row in the import table");
                    return;
                }
                for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
                    String target =
                            dependency.getTargetClass().getBaseComponentType().getPackageName();
                    if (isOurs(target) && !allowed(room.get(), target)) {
                        violation(
                                events,
                                origin,
                                room.get() + " may import only " + row(room.get()) + ": "
                                        + dependency.getDescription());
                    }
                }
            }
        };
    }

    private static void violation(ConditionEvents events, JavaClass origin, String message) {
        events.add(SimpleConditionEvent.violated(origin, message));
    }

    private static boolean isOurs(String packageName) {
        return (packageName + ".").startsWith(OURS);
    }

    private boolean allowed(String room, String target) {
        Set<String> named = row(room);
        if (named.contains(target)) {
            return true;
        }
        return roomOf(target)
                .filter(other -> other.equals(room) || named.contains(other) || named.contains(EVERY_ROOM))
                .isPresent();
    }

    private Set<String> row(String room) {
        Set<String> own = rows.get(room);
        return own != null ? own : rows.getOrDefault(parentOf(room) + ".*", Set.of());
    }

    /** The room of a package: the nearest package at or above it that has a row. */
    private Optional<String> roomOf(String packageName) {
        if (!(packageName + ".").startsWith(root + ".")) {
            return Optional.empty();
        }
        String room = packageName.equals(root) ? "" : packageName.substring(root.length() + 1);
        while (!rows.containsKey(room) && !rows.containsKey(parentOf(room) + ".*")) {
            if (!room.contains(".")) {
                return Optional.empty();
            }
            room = parentOf(room);
        }
        return Optional.of(room);
    }

    private static String parentOf(String room) {
        int dot = room.lastIndexOf('.');
        return dot < 0 ? "" : room.substring(0, dot);
    }
}
