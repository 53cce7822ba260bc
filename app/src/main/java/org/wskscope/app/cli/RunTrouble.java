package org.wskscope.app.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import org.wskscope.engine.recording.RunFileException;

/**
 * Why a file of a run could not be used, as the key of a sentence in the bundle {@code runs}. Pure.
 *
 * @param key of a sentence whose gaps are the file and the reason
 * @param reason the system's own words, where there is no sentence for it
 */
public record RunTrouble(String key, String reason) {
    public static RunTrouble reading(IOException failed) {
        return of(failed, "run.unreadable", "run.missing");
    }

    public static RunTrouble writing(IOException failed) {
        return of(failed, "run.unwritable", "run.noFolder");
    }

    private static RunTrouble of(IOException failed, String otherwise, String missing) {
        String reason = failed instanceof FileSystemException told && told.getReason() != null
                ? told.getReason()
                : String.valueOf(failed.getMessage());
        if (failed instanceof RunFileException told) {
            return new RunTrouble("run." + told.reason().name().toLowerCase(Locale.ROOT), reason);
        } else if (failed instanceof NoSuchFileException) {
            return new RunTrouble(missing, reason);
        }
        return new RunTrouble(failed instanceof AccessDeniedException ? "run.forbidden" : otherwise, reason);
    }
}
