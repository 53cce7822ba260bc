package org.wskscope.app.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Where commands print: in the encoding the terminal has, which each Java tells under another name, and with plain characters in the place of those the encoding lacks. Owned
 * by one thread.
 */
@UsesStandardStreams(reason = "the commands print there")
public final class TerminalOutput extends FilterWriter {
    private static final Map<Character, String> PLAIN = Map.of(
            '\u2026', "...", '\u2192', "->", '\u00b7', "-", '\u2013', "-", '\u00d7', "x", '\u2019', "'", '\u201c', "\"",
            '\u201d', "\"", '\u2212', "-", '\u00b5', "u");

    private final CharsetEncoder encoder;

    private TerminalOutput(OutputStream target, Charset charset) {
        super(new OutputStreamWriter(target, charset));
        encoder = charset.newEncoder();
    }

    /** Standard output; {@link PrintWriter#checkError} tells when something of it was lost, which Java's own stream keeps to itself. */
    public static PrintWriter standard() {
        return to(new FileOutputStream(FileDescriptor.out), encoding("stdout", System.getProperties()));
    }

    /** The error stream. */
    public static PrintWriter errors() {
        return to(new FileOutputStream(FileDescriptor.err), encoding("stderr", System.getProperties()));
    }

    static PrintWriter to(OutputStream target, Charset charset) {
        ReaderWatch watch = new ReaderWatch(target);
        return new Lines(new TerminalOutput(watch, charset), watch);
    }

    /** Whether something was lost because whoever read it through a pipe has enough, as {@code head} has: no failure of the command. */
    public static boolean hasNoReader(PrintWriter output) {
        return output instanceof Lines lines && lines.checkError() && lines.watch.readerIsGone;
    }

    /** As Java 19 and newer name it, as Java 17 does for a terminal, and what the system uses for anything else. */
    static Charset encoding(String stream, Properties properties) {
        return Stream.of(stream + ".encoding", "sun." + stream + ".encoding", "native.encoding")
                .map(name -> properties.getProperty(name, ""))
                .filter(name -> !name.isEmpty())
                .flatMap(name -> charset(name).stream())
                .findFirst()
                .orElse(Charset.defaultCharset());
    }

    private static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    @Override
    public void write(int character) throws IOException {
        write(String.valueOf((char) character), 0, 1);
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        write(new String(text, from, length), 0, length);
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        String wanted = text.substring(from, from + length);
        Writer target = out;
        if (encoder.canEncode(wanted)) {
            target.write(wanted);
            return;
        }
        StringBuilder plain = new StringBuilder(wanted);
        for (int i = plain.length() - 1; i >= 0; i--) {
            String instead = PLAIN.get(plain.charAt(i));
            if (instead != null && !encoder.canEncode(plain.charAt(i))) {
                plain.replace(i, i + 1, instead);
            }
        }
        target.write(plain.toString());
    }

    /** Prints line by line, and knows why something was lost. */
    private static final class Lines extends PrintWriter {
        private final ReaderWatch watch;

        Lines(Writer out, ReaderWatch watch) {
            super(out, true);
            this.watch = watch;
        }
    }

    /** Notices that a pipe was closed at its other end: by what the system says standard output is, else by the text of the failure. */
    private static final class ReaderWatch extends FilterOutputStream {
        private static final Path STANDARD_OUTPUT = Path.of("/proc/self/fd/1");

        private boolean readerIsGone;

        ReaderWatch(OutputStream target) {
            super(target);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                out.write(bytes, from, length);
            } catch (IOException failure) {
                readerIsGone = isPipe()
                        || String.valueOf(failure.getMessage())
                                .toLowerCase(Locale.ROOT)
                                .contains("pipe");
                throw failure;
            }
        }

        private static boolean isPipe() {
            try {
                return Files.readSymbolicLink(STANDARD_OUTPUT).toString().startsWith("pipe:");
            } catch (IOException | UnsupportedOperationException unknown) {
                return false;
            }
        }
    }
}
