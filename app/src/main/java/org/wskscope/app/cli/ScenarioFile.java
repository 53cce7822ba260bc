package org.wskscope.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.wskscope.engine.scenario.Scenario;
import org.wskscope.engine.scenario.ScenarioFormatException;
import org.wskscope.engine.scenario.ScenarioReader;

/**
 * A scenario file of the user's own. Whatever its name leads to, reading ends soon and takes little memory: only regular files are opened, no more is read than a scenario
 * may have, and a disk that does not answer is not waited for. Any thread that may wait.
 */
final class ScenarioFile {
    private static final long LIMIT_SECONDS = 10;

    private final Path path;
    private final String name;
    private final CommandLineText words;

    private ScenarioFile(Path path, String name, CommandLineText words) {
        this.path = path;
        this.name = name;
        this.words = words;
    }

    /** Why a file could not be read, in a sentence. */
    static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableException(String sentence) {
            super(sentence);
        }
    }

    /** The file the user means by {@code argument}; empty when it looks like none and there is none. */
    static Optional<ScenarioFile> meantBy(String argument, CommandLineText words) {
        Path path;
        try {
            path = Path.of(argument);
        } catch (InvalidPathException impossible) {
            return Optional.empty();
        }
        boolean looksLikeFile =
                argument.endsWith(".yaml") || argument.endsWith(".yml") || path.getNameCount() > 1 || path.isAbsolute();
        return !argument.isEmpty() && (looksLikeFile || Files.exists(path))
                ? Optional.of(new ScenarioFile(path, argument, words))
                : Optional.empty();
    }

    /**
     * @throws UnreadableException when it cannot be read
     * @throws ScenarioFormatException when it is no scenario
     */
    Scenario read() throws UnreadableException, ScenarioFormatException {
        return ScenarioReader.read(name, bytes());
    }

    /** Read on another thread: a file of a network that is gone never answers, and a thread that waits for it cannot be woken. */
    private byte[] bytes() throws UnreadableException {
        CompletableFuture<byte[]> reading = CompletableFuture.supplyAsync(() -> {
            try {
                return content();
            } catch (IOException | UnreadableException failed) {
                throw new CompletionException(failed);
            }
        });
        try {
            return reading.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw problem("file.slow", name, LIMIT_SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw problem("file.unreadable", name, interrupted.getClass().getSimpleName());
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UnreadableException said) {
                throw said;
            }
            Throwable cause = failed.getCause();
            throw problem(
                    "file.unreadable",
                    name,
                    cause == null ? failed.toString() : cause.getClass().getSimpleName());
        }
    }

    private byte[] content() throws IOException, UnreadableException {
        if (!Files.exists(path)) {
            throw problem("file.missing", name);
        }
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        if (attributes.isDirectory()) {
            throw problem("file.directory", name);
        }
        if (!attributes.isRegularFile()) {
            throw problem("file.special", name);
        }
        if (attributes.size() > ScenarioReader.longest()) {
            throw tooLong();
        }
        if (!Files.isReadable(path)) {
            throw problem("file.forbidden", name);
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] content = in.readNBytes(ScenarioReader.longest() + 1);
            if (content.length > ScenarioReader.longest()) {
                throw tooLong();
            }
            return content;
        }
    }

    private UnreadableException tooLong() {
        return problem("file.tooLong", name, ScenarioReader.longest());
    }

    private UnreadableException problem(String key, Object... arguments) {
        return new UnreadableException(words.sentence(key, arguments));
    }
}
