package org.wskscope.app.cli;

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

    /** Standard output. */
    public static PrintWriter standard() {
        return to(System.out, encoding("stdout", System.getProperties()));
    }

    /** The error stream. */
    public static PrintWriter errors() {
        return to(System.err, encoding("stderr", System.getProperties()));
    }

    static PrintWriter to(OutputStream target, Charset charset) {
        return new PrintWriter(new TerminalOutput(target, charset), true);
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
}
