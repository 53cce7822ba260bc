package org.wskscope.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The options {@code mvn javafx:run} gives to Java, read where they are written, so that what is measured is what people start. The working folder is that of the module or of the project. */
final class RunOptions {
    private static final Pattern OPTION = Pattern.compile("<option>(.*?)</option>");

    private RunOptions() {}

    static List<String> ofTheBuild() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        Path module = Files.isDirectory(here.resolve("app")) ? here.resolve("app") : here;
        String target = module.resolve("target").toString();
        return OPTION.matcher(Files.readString(module.resolve("pom.xml")))
                .results()
                .map(found -> found.group(1).replace("${project.build.directory}", target))
                .toList();
    }
}
