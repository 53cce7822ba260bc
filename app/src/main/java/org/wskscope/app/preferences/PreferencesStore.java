package org.wskscope.app.preferences;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps {@link Preferences} in one file. Read once, when made; written off the caller's thread, half a second after the
 * last change, by way of a temporary file, so that the file is always whole. Any thread.
 */
public final class PreferencesStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PreferencesStore.class);
    private static final String FILE = "preferences.json";
    private static final long DELAY_MILLIS = 500;

    private final ObjectMapper mapper = new ObjectMapper();
    private final Path file;
    private final ScheduledExecutorService saver;
    private final Optional<Path> damagedCopy;
    private Preferences current;
    private boolean savePlanned;
    private boolean failureTold;

    /** Reads the file in {@code directory}; {@code saver} does the writing and stays its owner's. */
    public PreferencesStore(Path directory, ScheduledExecutorService saver) {
        this.file = directory.resolve(FILE);
        this.saver = saver;
        Optional<Path> damaged = Optional.empty();
        Preferences read = Preferences.defaults();
        try {
            if (Files.exists(file)) {
                read = parse();
            }
        } catch (JacksonException notJson) {
            LOG.warn("The preferences in {} are damaged; the defaults are used.", file, notJson);
            damaged = keptAside();
        } catch (IOException e) {
            LOG.warn("The preferences in {} cannot be read; the defaults are used.", file, e);
        }
        damagedCopy = damaged;
        current = read;
    }

    public synchronized Preferences current() {
        return current;
    }

    /** Where a damaged file was kept, if there was one: the user is to be told once. */
    public Optional<Path> damagedCopy() {
        return damagedCopy;
    }

    /** Changes the preferences; the file follows soon. */
    public synchronized void update(UnaryOperator<Preferences> change) {
        Preferences next = change.apply(current);
        if (!next.equals(current)) {
            current = next;
            plan();
        }
    }

    /** Writes what is still unwritten, now and on the caller's thread. */
    @Override
    public void close() {
        save();
    }

    private void plan() {
        if (savePlanned) {
            return;
        }
        savePlanned = true;
        try {
            saver.schedule(this::save, DELAY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException shuttingDown) {
            LOG.debug("Preferences changed while closing; close() writes them.");
        }
    }

    private void save() {
        Preferences toWrite;
        synchronized (this) {
            if (!savePlanned) {
                return;
            }
            savePlanned = false;
            toWrite = current;
        }
        try {
            write(toWrite);
        } catch (IOException e) {
            logOnce(e);
        }
    }

    private synchronized void logOnce(IOException e) {
        if (!failureTold) {
            failureTold = true;
            LOG.warn("The preferences cannot be written to {}; they hold for this run only.", file, e);
        }
    }

    private synchronized void write(Preferences preferences) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path temporary = file.resolveSibling(FILE + ".tmp");
        Files.writeString(
                temporary,
                mapper.writerWithDefaultPrettyPrinter().writeValueAsString(PreferencesJson.write(preferences)));
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Preferences parse() throws IOException {
        JsonNode json = mapper.readTree(file.toFile());
        if (!json.isObject()) {
            throw new JsonParseException(null, "The file is not a JSON object.");
        }
        return PreferencesJson.read(json);
    }

    private Optional<Path> keptAside() {
        Path aside = file.resolveSibling(FILE + ".bad");
        try {
            return Optional.of(Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING));
        } catch (IOException e) {
            LOG.warn("The damaged preferences in {} cannot be kept aside.", file, e);
            return Optional.empty();
        }
    }
}
