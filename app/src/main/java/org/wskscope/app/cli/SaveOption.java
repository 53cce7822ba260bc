package org.wskscope.app.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --save FILE} and {@code --without-payload}. */
final class SaveOption {
    @Option(names = "--save", paramLabel = "FILE.wskrun", descriptionKey = "save")
    @Nullable
    Path file;

    @Option(names = "--without-payload", descriptionKey = "withoutPayload")
    boolean withoutPayload;
}
