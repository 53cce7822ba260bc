package org.wskscope.app.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A Linux system as {@code config/system-check.sh} sees one: a folder with an {@code os-release}, and a PATH on which {@code id}, {@code ldconfig}, {@code sudo} and
 * {@code apt-get} are scripts of a few lines. What {@code apt-get} was asked for is kept. One test's thread.
 */
final class ImitatedSystem {
    static final List<String> WINDOW = List.of(
            "libpangoft2-1.0.so.0", "libX11.so.6", "libXtst.so.6", "libXxf86vm.so.1", "libGL.so.1", "libgtk-3.so.0");

    private static final Path SCRIPT =
            Path.of("..", "config", "system-check.sh").toAbsolutePath().normalize();

    private final Path root;
    private final Map<String, String> environment = new TreeMap<>();

    /** What one look said and did: its status, its words, and the calls of {@code apt-get}. */
    record Outcome(int status, String words, List<String> installations) {}

    ImitatedSystem(Path root) throws IOException {
        this.root = root;
        Files.createDirectories(root.resolve("bin"));
        Files.createDirectories(root.resolve("etc"));
        Files.createDirectories(root.resolve("jdk/bin"));
        Files.writeString(root.resolve("libraries"), "");
        Files.writeString(root.resolve("apt.log"), "");
        environment.put("PATH", root.resolve("bin").toString());
        environment.put("WSKSCOPE_SYSTEM_ROOT", root.toString());
        command("uname", "echo x86_64");
        command("true", "");
        command("env", "shift; exec \"$@\"");
        command("ldconfig", "while read -r line; do echo \"\t$line\"; done <'" + root + "/libraries'");
        command(root.resolve("jdk/bin/javac"), "");
        user(1000);
    }

    /** The distribution, by the two lines of {@code /etc/os-release} that tell it. */
    ImitatedSystem is(String id, String like) throws IOException {
        Files.writeString(
                root.resolve("etc/os-release"), "NAME=\"Some Linux\"\nID=" + id + "\nID_LIKE=\"" + like + "\"\n");
        return this;
    }

    ImitatedSystem user(int id) throws IOException {
        command("id", "echo " + id);
        return this;
    }

    ImitatedSystem without(String name) throws IOException {
        Files.deleteIfExists(root.resolve(name));
        return this;
    }

    /** A {@code sudo} that asks for a password, or does not. */
    ImitatedSystem sudo(boolean free) throws IOException {
        command("sudo", free ? "shift; exec \"$@\"" : "echo 'sudo: a password is required' >&2; exit 1");
        return this;
    }

    ImitatedSystem has(String... libraries) throws IOException {
        for (String library : libraries) {
            knows(library + " (libc6,x86-64) => /lib/x86_64-linux-gnu/" + library);
        }
        return this;
    }

    /** One line of {@code ldconfig -p}. */
    ImitatedSystem knows(String line) throws IOException {
        Files.writeString(root.resolve("libraries"), Files.readString(root.resolve("libraries")) + line + "\n");
        return this;
    }

    /** An {@code apt-get} whose packages bring these libraries. */
    ImitatedSystem aptBrings(List<String> libraries) throws IOException {
        StringBuilder script = new StringBuilder("echo \"$*\" >>'" + root + "/apt.log'\n");
        for (String library : libraries) {
            script.append("[ \"$1\" = update ] || echo '" + library + " (libc6,x86-64) => /lib/" + library + "' >>'"
                    + root + "/libraries'\n");
        }
        return command("apt-get", script.toString());
    }

    ImitatedSystem command(String name, String body) throws IOException {
        return command(root.resolve("bin").resolve(name), body);
    }

    ImitatedSystem environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Path path(String name) {
        return root.resolve(name);
    }

    /** Looks at the system for a build of these goals; more arguments as the pom gives them. */
    Outcome look(String goals, String... more) throws IOException, InterruptedException {
        List<String> call = new ArrayList<>(List.of("/bin/sh", SCRIPT.toString(), "goals=" + goals));
        call.add(
                "projects=[MavenProject: org.wskscope:wskscope:1 @ /x/pom.xml, MavenProject: org.wskscope:wskscope-app:1 @ /x/app/pom.xml]");
        call.addAll(List.of(
                "skipTests=false",
                "testsNeedDisplay=false",
                "install=${install}",
                "javaHome=" + root.resolve("jdk"),
                "javaVersion=17"));
        call.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(call).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("still looking; said so far: " + words);
        }
        return new Outcome(process.exitValue(), words, Files.readAllLines(root.resolve("apt.log")));
    }

    private ImitatedSystem command(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + file + " executable");
        }
        return this;
    }
}
