package org.wskscope.app.preferences;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The file of the preferences. It is always whole: it is replaced by a temporary file with a name of its own. A scanner that holds it, or another copy of the program that
 * writes it, is waited for; and of what another copy wrote meanwhile only that is replaced which changed here. Not for several threads at once.
 */
final class PreferencesFile {
    private static final int MOST_TRIES = 12;
    private static final long FIRST_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long MOST_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final Path file;
    private final Replacing replacing;
    private ObjectNode known = JsonNodeFactory.instance.objectNode();

    /** Puts one file in the place of another; a test lets it fail as a scanner makes it fail. */
    interface Replacing {
        void replace(Path by, Path file) throws IOException;
    }

    PreferencesFile(Path file) {
        this(file, PreferencesFile::move);
    }

    PreferencesFile(Path file, Replacing replacing) {
        this.file = file;
        this.replacing = replacing;
    }

    Path path() {
        return file;
    }

    /** What it says; empty when there is none. Waits while somebody holds it. */
    Optional<JsonNode> read() throws IOException {
        Optional<ObjectNode> content = tried(this::content);
        known = content.orElseGet(JsonNodeFactory.instance::objectNode).deepCopy();
        return content.map(JsonNode.class::cast);
    }

    /** Writes what differs from what was read or written here last, over what the file says now. */
    void write(ObjectNode wanted) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        tried(() -> {
            writeOnce(wanted);
            return wanted;
        });
        known = wanted.deepCopy();
    }

    private void writeOnce(ObjectNode wanted) throws IOException {
        try (FileChannel channel = FileChannel.open(
                        file.resolveSibling(file.getFileName() + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                FileLock lock = lock(channel)) {
            assert lock.isValid();
            Path temporary = Files.createTempFile(file.toAbsolutePath().getParent(), "preferences", ".tmp");
            try {
                Files.writeString(temporary, merged(wanted).toPrettyString());
                replacing.replace(temporary, file);
            } finally {
                Files.deleteIfExists(temporary);
            }
        }
    }

    private ObjectNode merged(ObjectNode wanted) {
        ObjectNode result;
        try {
            result = content().orElseGet(wanted::deepCopy);
        } catch (IOException damaged) {
            return wanted;
        }
        wanted.properties().forEach(field -> {
            if (!field.getValue().equals(known.get(field.getKey()))) {
                result.set(field.getKey(), field.getValue());
            }
        });
        known.fieldNames().forEachRemaining(name -> {
            if (!wanted.has(name)) {
                result.remove(name);
            }
        });
        return result;
    }

    private Optional<ObjectNode> content() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Optional.of(JsonTree.read(Files.readAllBytes(file)));
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException held) {
            throw new IOException("Another window of this program is writing the preferences.", held);
        }
        throw new IOException("Another copy of the program is writing the preferences.");
    }

    private interface Deed<T> {
        T once() throws IOException;
    }

    private static <T> T tried(Deed<T> deed) throws IOException {
        long wait = FIRST_WAIT_NANOS;
        for (int attempt = 1; ; attempt++) {
            try {
                return deed.once();
            } catch (JacksonException damaged) {
                throw damaged;
            } catch (IOException held) {
                if (attempt == MOST_TRIES) {
                    throw held;
                }
                LockSupport.parkNanos(wait);
                wait = Math.min(MOST_WAIT_NANOS, 2 * wait);
            }
        }
    }

    private static void move(Path by, Path file) throws IOException {
        try {
            Files.move(by, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(by, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
