package org.wskscope.engine.testkit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import org.wskscope.engine.trace.RecordCursor;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.trace.TraceReader;

/** SHA-256 over every word of every record of a log, and the texts it keeps: two logs with one digest are the same, byte for byte. */
public final class LogDigest {
    private static final Set<RecordKind> WITH_TEXT = EnumSet.of(
            RecordKind.CLIENT_REGISTERED,
            RecordKind.CLIENT_DEREGISTERED,
            RecordKind.COMMAND_ISSUED,
            RecordKind.COMMAND_SETTLED,
            RecordKind.DEADLOCK_FOUND);

    private LogDigest() {}

    /** The digest in hexadecimal figures. */
    public static String of(TraceReader log) {
        MessageDigest sha = sha256();
        RecordCursor cursor = log.cursor();
        ByteBuffer words = ByteBuffer.allocate(TraceLog.RECORD_BYTES);
        long size = log.size();
        for (long sequence = 0; sequence < size; sequence++) {
            words.clear();
            cursor.moveTo(sequence).copyWords(words);
            sha.update(words.array());
            if (WITH_TEXT.contains(cursor.kind())) {
                sha.update(log.read(sequence).toString().getBytes(StandardCharsets.UTF_8));
            }
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every JDK has SHA-256", impossible);
        }
    }
}
