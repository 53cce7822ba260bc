package org.wskscope.app.preferences;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
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
 * last change; see {@link PreferencesFile} for what may be in the way. Any thread.
 */
public final class PreferencesStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PreferencesStore.class);
    private static final String FILE = "preferences.json";
    private static final long DELAY_MILLIS = 500;

    private final PreferencesFile file;
    private final ScheduledExecutorService saver;
    private final Optional<Path> damagedCopy;
    /** One writes at a time; nobody who only reads waits for the file. */
    private final Object writing = new Object();

    private Preferences current;
    private boolean savePlanned;
    private boolean failureReported;

    /** Reads the file in {@code directory}; {@code saver} does the writing and stays its owner's. */
    public PreferencesStore(Path directory, ScheduledExecutorService saver) {
        this(new PreferencesFile(directory.resolve(FILE)), saver);
    }

    PreferencesStore(PreferencesFile file, ScheduledExecutorService saver) {
        this.file = file;
        this.saver = saver;
        Optional<Path> damaged = Optional.empty();
        Preferences read = Preferences.defaults();
        try {
            read = file.read().map(PreferencesJson::read).orElse(read);
        } catch (JacksonException notJson) {
            LOG.warn("The preferences in {} are damaged; the defaults are used.", file.path(), notJson);
            damaged = keptAside();
        } catch (IOException e) {
            LOG.warn("The preferences in {} cannot be read; the defaults are used.", file.path(), e);
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
        synchronized (writing) {
            Preferences toWrite;
            synchronized (this) {
                if (!savePlanned) {
                    return;
                }
                savePlanned = false;
                toWrite = current;
            }
            try {
                file.write(PreferencesJson.write(toWrite));
            } catch (IOException e) {
                logOnce(e);
            }
        }
    }

    private synchronized void logOnce(IOException e) {
        if (!failureReported) {
            failureReported = true;
            LOG.warn("The preferences cannot be written to {}; they hold for this run only.", file.path(), e);
        }
    }

    private Optional<Path> keptAside() {
        Path aside = file.path().resolveSibling(FILE + ".bad");
        try {
            return Optional.of(Files.move(file.path(), aside, StandardCopyOption.REPLACE_EXISTING));
        } catch (IOException e) {
            LOG.warn("The damaged preferences in {} cannot be kept aside.", file.path(), e);
            return Optional.empty();
        }
    }
}
