package org.wskscope.engine.testkit.arch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The packages that have main sources in the module under test: what a rule must have seen to mean anything. */
public final class SourceTree {
    private static final Path MAIN = Path.of("src", "main", "java");

    private SourceTree() {}

    /** Names of all packages with at least one type of their own, beside {@code package-info}. */
    public static Set<String> packages() {
        try (Stream<Path> files = Files.walk(MAIN)) {
            Set<String> packages = new TreeSet<>();
            files.filter(SourceTree::declaresAType)
                    .forEach(file -> packages.add(MAIN.relativize(file.getParent())
                            .toString()
                            .replace(file.getFileSystem().getSeparator(), ".")));
            return packages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean declaresAType(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".java") && !name.equals("package-info.java") && !name.equals("module-info.java");
    }
}
