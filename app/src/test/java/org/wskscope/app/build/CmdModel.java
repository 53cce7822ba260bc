package org.wskscope.app.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rules of cmd.exe that {@code wskscope.bat} relies on, as its documentation tells them: the order of its phases, quotes and carets, what {@code cmd /c} does
 * with quotes, {@code for /f}, delayed expansion. What it does not know it refuses, so that the script cannot outgrow it unnoticed.
 */
final class CmdModel {
    private static final Pattern VARIABLE = Pattern.compile("%%|%~dp0|%~1|%\\*|%([^%:]+)(?::([^%=]+)=([^%]*))?%");

    /** A program: gets what stands behind its name, prints lines, and ends with a status. */
    interface Program {
        int run(String arguments, List<String> output);
    }

    private final List<String> script;
    private final Map<String, String> variables = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Program> programs = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final TreeSet<String> files = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final List<String> errors = new ArrayList<>();
    private final List<String> started = new ArrayList<>();
    private String folder = "";
    private String arguments = "";
    private boolean delayed;
    private int next;
    private int exit;

    CmdModel(List<String> script) {
        this.script = script;
    }

    CmdModel variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    CmdModel file(String path) {
        files.add(path);
        return this;
    }

    CmdModel program(String path, Program program) {
        programs.put(path, program);
        return file(path);
    }

    /** What went to the error output. */
    List<String> errors() {
        return errors;
    }

    /** What {@code start} was given. */
    List<String> started() {
        return started;
    }

    /** Runs the script, which lies in a folder, with arguments; the exit status. */
    int run(String inFolder, String withArguments) {
        folder = inFolder;
        arguments = withArguments;
        for (next = 0; next < script.size(); ) {
            String line = script.get(next++);
            if (!line.isBlank() && !line.startsWith(":") && !line.startsWith("rem ")) {
                execute(delay(CmdLine.parse(expand(line))));
            }
        }
        return exit;
    }

    /** The first phase, before quotes are looked at: percent signs. */
    private String expand(String line) {
        return VARIABLE.matcher(line)
                .replaceAll(found -> Matcher.quoteReplacement(
                        switch (found.group()) {
                            case "%%" -> "%";
                            case "%~dp0" -> folder;
                            case "%*" -> arguments;
                            case "%~1" -> arguments.isEmpty() ? "" : arguments.split(" ")[0].replace("\"", "");
                            default -> {
                                String value = variables.getOrDefault(found.group(1), "");
                                yield found.group(2) == null ? value : value.replace(found.group(2), found.group(3));
                            }
                        }));
    }

    private CmdLine delay(CmdLine line) {
        CmdLine done = line;
        if (delayed) {
            for (Map.Entry<String, String> variable : variables.entrySet()) {
                done = done.replace("!" + variable.getKey() + "!", name -> variable.getValue());
            }
        }
        return done;
    }

    private void execute(CmdLine line) {
        if (line.startsWith("for ")) {
            loop(line);
            return;
        }
        if (line.startsWith("if ")) {
            decide(line.from(3));
            return;
        }
        List<CmdLine> both = line.split("&&");
        if (both.size() == 2) {
            if (succeeds(both.get(0))) {
                execute(both.get(1));
            }
            return;
        }
        refuse(line, "&");
        refuse(line, "|");
        command(line);
    }

    /** Redirections to another output hold a sign of their own. */
    private static void refuse(CmdLine line, String sign) {
        for (int at = line.find(sign, 0); at >= 0; at = line.find(sign, at + 1)) {
            if (at == 0 || line.text().charAt(at - 1) != '>') {
                throw new IllegalStateException(sign + " was unexpected at this time: " + line.text());
            }
        }
    }

    private void command(CmdLine line) {
        String text = line.text();
        if (text.equals("@echo off")) {
            return;
        }
        if (line.startsWith("setlocal ")) {
            delayed = text.endsWith("EnableDelayedExpansion");
        } else if (line.startsWith("set \"")) {
            String assignment = text.substring(5, text.lastIndexOf('"'));
            int equals = assignment.indexOf('=');
            variables.remove(assignment.substring(0, equals));
            if (equals < assignment.length() - 1) {
                variables.put(assignment.substring(0, equals), assignment.substring(equals + 1));
            }
        } else if (line.startsWith("goto ")) {
            next = script.indexOf(":" + text.substring(5)) + 1;
            if (next == 0) {
                throw new IllegalStateException("no such label: " + text);
            }
        } else if (line.startsWith("echo ") && text.endsWith(" 1>&2")) {
            errors.add(text.substring(5, text.length() - 5));
        } else if (line.startsWith("exit /b ")) {
            exit = Integer.parseInt(text.substring(8).strip());
            next = script.size();
        } else if (line.startsWith("start \"\" ")) {
            started.add(text.substring(9));
            variables.put("ERRORLEVEL", "0");
        } else {
            call(line, List.of());
        }
    }

    private boolean succeeds(CmdLine line) {
        if (!line.startsWith("where /q ")) {
            throw new IllegalStateException("not known: " + line.text());
        }
        return programs.containsKey(line.text().substring(9));
    }

    private void decide(CmdLine condition) {
        boolean wanted = !condition.startsWith("not ");
        CmdLine rest = wanted ? condition : condition.from(4);
        Matcher test = Pattern.compile(
                        "(?:defined (\\w+)|exist \"([^\"]*)\"|\"([^\"]*)\"==\"([^\"]*)\"|(\\d+) (LSS|GEQ) (\\d+)) ")
                .matcher(rest.text());
        if (!test.lookingAt()) {
            throw new IllegalStateException("not known: if " + condition.text());
        }
        boolean holds;
        if (test.group(1) != null) {
            holds = variables.containsKey(test.group(1));
        } else if (test.group(2) != null) {
            String pattern = Pattern.quote(test.group(2)).replace("*", "\\E[^\\\\]*\\Q");
            holds = files.stream().anyMatch(file -> file.matches("(?i)" + pattern));
        } else if (test.group(5) != null) {
            int difference = Integer.parseInt(test.group(5)) - Integer.parseInt(test.group(7));
            holds = test.group(6).equals("LSS") ? difference < 0 : difference >= 0;
        } else {
            holds = test.group(3).equals(test.group(4));
        }
        if (holds == wanted) {
            execute(rest.from(test.end()));
        }
    }

    /** {@code for /f "options" %v in (source) do command}; the source ends at the first parenthesis that means one. */
    private void loop(CmdLine line) {
        Matcher head = Pattern.compile("for /f \"([^\"]*)\" %(\\w) in ").matcher(line.text());
        if (!head.lookingAt()) {
            throw new IllegalStateException("not known: " + line.text());
        }
        int open = line.find("(", head.end());
        int close = line.find(")", open);
        CmdLine source = line.part(open + 1, close);
        for (String sign : List.of("|", "&", ">", "<")) {
            if (source.find(sign, 0) >= 0) {
                throw new IllegalStateException(sign + " was unexpected at this time: " + line.text());
            }
        }
        String rest = line.from(close + 1).text();
        if (!rest.startsWith("do ")) {
            throw new IllegalStateException(rest.split(" ")[0] + " was unexpected at this time: " + line.text());
        }
        CmdLine body = line.from(line.text().indexOf("do ", close) + 3);
        for (String item : items(source.text(), line)) {
            String value = token(item, head.group(1));
            if (value != null) {
                String bare = value.replaceAll("^\"|\"$", "");
                execute(body.replace("%~" + head.group(2), name -> bare).replace("%" + head.group(2), name -> value));
            }
        }
    }

    private List<String> items(String source, CmdLine line) {
        if (source.startsWith("'") && source.endsWith("'")) {
            return child(source.substring(1, source.length() - 1));
        }
        if (source.startsWith("\"") && source.endsWith("\"")) {
            return List.of(source.substring(1, source.length() - 1));
        }
        throw new IllegalStateException("not known: " + line.text());
    }

    private static @Nullable String token(String item, String options) {
        Matcher delims = Pattern.compile("delims=(\\S*)").matcher(options);
        Matcher tokens = Pattern.compile("tokens=(\\d)").matcher(options);
        String[] parts = item.strip().split(delims.find() ? "[" + Pattern.quote(delims.group(1)) + "]+" : "[ \t]+");
        int wanted = tokens.find() ? Integer.parseInt(tokens.group(1)) : 1;
        return wanted <= parts.length ? parts[wanted - 1] : null;
    }

    /** {@code cmd /c}: keeps two quotes around the name of a program, else takes the first and the last quote away; then all begins anew. */
    private List<String> child(String command) {
        String text = command.strip();
        long quotes = text.chars().filter(sign -> sign == '"').count();
        if (text.startsWith("\"") && !(quotes == 2 && files.contains(text.replace("\"", "")))) {
            int last = text.lastIndexOf('"');
            text = text.substring(1, last) + text.substring(last + 1);
        }
        List<String> lines = List.of();
        for (CmdLine piece : CmdLine.parse(text).split("|")) {
            refuse(piece, "&");
            lines = piece.startsWith("findstr ") ? filter(piece, lines) : call(piece, lines);
        }
        return lines;
    }

    private static List<String> filter(CmdLine findstr, List<String> lines) {
        Matcher wanted = Pattern.compile("findstr /c:\"([^\"]*)\"$").matcher(findstr.text());
        if (!wanted.find()) {
            throw new IllegalStateException("not known: " + findstr.text());
        }
        return lines.stream().filter(line -> line.contains(wanted.group(1))).toList();
    }

    /** A program by its quoted path or its bare name. Its error output is lost unless it goes where the other goes; Java's version is error output. */
    private List<String> call(CmdLine line, List<String> input) {
        Matcher name = Pattern.compile("\"([^\"]*)\"|\\S+").matcher(line.text());
        Program program = name.lookingAt() ? programs.get(name.group(1) == null ? name.group() : name.group(1)) : null;
        if (program == null) {
            errors.add("'" + line.text() + "' is not recognized as an internal or external command");
            variables.put("ERRORLEVEL", "9009");
            return List.of();
        }
        String rest = line.from(name.end()).text();
        boolean merged = line.find("2>&1", 0) >= 0;
        List<String> output = new ArrayList<>();
        variables.put(
                "ERRORLEVEL",
                Integer.toString(program.run(merged ? rest.replace("2>&1", "").strip() : rest, output)));
        return rest.startsWith("-version") && !merged ? input : output;
    }
}
