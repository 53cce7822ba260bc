package org.wskscope.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wskscope.app.cli.ProductVersion;
import org.wskscope.app.cli.RunTrouble;
import org.wskscope.app.feed.FxThread;
import org.wskscope.app.state.ScenarioProgress;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.UserAction;
import org.wskscope.app.workbench.WorkbenchWindow;
import org.wskscope.engine.recording.RecordedRun;
import org.wskscope.engine.recording.RunInfo;
import org.wskscope.engine.recording.RunProgress;
import org.wskscope.engine.recording.RunReader;
import org.wskscope.engine.recording.RunWriter;
import org.wskscope.engine.session.RecordedSession;
import org.wskscope.engine.session.RunFacts;
import org.wskscope.engine.session.Session;
import org.wskscope.engine.trace.LogMemory;
import org.wskscope.engine.trace.TraceLog;

/** Saves the run that is shown to a file, and shows one from a file in place of the newest run in virtual time. FX thread; files are written and read on another. */
final class RunDocuments {
    private static final Logger LOG = LoggerFactory.getLogger(RunDocuments.class);

    private final Supplier<WorkbenchWindow> window;
    private final VirtualSessions virtual;
    private final LogMemory memory;
    private final Messages messages;
    private final Executor working;
    /** Where a run was saved or comes from. */
    private final Map<Session, Path> files = new WeakHashMap<>();

    /** @param working where files are written and read */
    RunDocuments(
            Supplier<WorkbenchWindow> window,
            VirtualSessions virtual,
            LogMemory memory,
            Messages messages,
            Executor working) {
        this.window = window;
        this.virtual = virtual;
        this.memory = memory;
        this.messages = messages;
        this.working = working;
    }

    /** What can be done with the run of {@code session}; {@code progress} is that of the scenario that is or was played on it. */
    List<UserAction> actions(Session session, ObservableValue<ScenarioProgress> progress) {
        Supplier<String> scenario = () -> progress.getValue().scenarioId();
        return List.of(
                UserAction.of("run.save", messages.get("action.run.save"), "Shortcut+S", () -> save(session, scenario)),
                UserAction.of(
                        "run.saveAs",
                        messages.get("action.run.saveAs"),
                        "Shortcut+Shift+S",
                        () -> saveAs(session, scenario)),
                UserAction.of("run.open", messages.get("action.run.open"), "Shortcut+O", this::choose));
    }

    private void save(Session session, Supplier<String> scenario) {
        Path known = files.get(session);
        if (known == null) {
            saveAs(session, scenario);
        } else {
            write(session, scenario.get(), known);
        }
    }

    private void saveAs(Session session, Supplier<String> scenario) {
        String name = scenario.get().isEmpty() ? "run" : scenario.get().toLowerCase(Locale.ROOT);
        Path before = files.get(session);
        String proposed = before == null ? name + RunWriter.SUFFIX : String.valueOf(before.getFileName());
        window.get()
                .chooseToSave(messages.get("run.kind"), RunWriter.SUFFIX, proposed)
                .ifPresent(file -> write(session, scenario.get(), file));
    }

    private void choose() {
        window.get().chooseToOpen(messages.get("run.kind"), RunWriter.SUFFIX).ifPresent(this::open);
    }

    /** Writes what the session has recorded by now, and tells the end. */
    void write(Session session, String scenario, Path file) {
        TraceLog log = (TraceLog) session.log();
        long records = log.size();
        window.get().notices().inform(messages.format("run.saving", records));
        CompletableFuture.runAsync(
                        () -> {
                            try {
                                RunInfo facts = RunFacts.of(session, scenario, ProductVersion.read(), Instant.now());
                                RunWriter.write(file, log, facts, true, RunProgress.NONE);
                            } catch (IOException cause) {
                                throw failed(RunTrouble.writing(cause), file, cause);
                            }
                        },
                        working)
                .whenCompleteAsync(
                        (done, failure) -> {
                            if (failure == null) {
                                files.put(session, file);
                                window.get().notices().inform(messages.format("run.saved", name(file), records));
                            } else {
                                refuse(failure);
                            }
                        },
                        FxThread.executor());
    }

    /** Reads a run and shows it. What is wrong with it is told; what can be shown of it is shown. */
    void open(Path file) {
        window.get().notices().inform(messages.format("run.opening", name(file)));
        CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                // Here, because it looks at every record for the newest.
                                return new Opened(RunReader.read(file, memory, RunProgress.NONE));
                            } catch (IOException cause) {
                                throw failed(RunTrouble.reading(cause), file, cause);
                            }
                        },
                        working)
                .whenCompleteAsync((run, failure) -> opened(file, run, failure), FxThread.executor());
    }

    private void opened(Path file, @Nullable Opened opened, @Nullable Throwable failure) {
        if (opened == null) {
            refuse(failure);
            return;
        }
        files.put(opened.session(), file);
        virtual.show(opened.session());
        RecordedRun run = opened.run();
        if (!run.isWhole()) {
            window.get()
                    .notices()
                    .refused(
                            "",
                            messages.format(
                                    "run.damaged", file.toString(), run.log().size(), run.promised()));
        }
    }

    /** What the status bar says of a run that was opened; empty for any other. */
    String mode(Session session) {
        Path file = files.get(session);
        return session instanceof RecordedSession && file != null
                ? messages.format("run.mode", name(file), Long.toString(session.seed()))
                : "";
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private void refuse(@Nullable Throwable failure) {
        Throwable cause = failure == null ? null : failure.getCause();
        if (cause instanceof FailedException told) {
            LOG.info("A file of a run could not be used.", told);
            window.get().notices().refused("", String.valueOf(told.getMessage()));
        } else {
            LOG.error("A file of a run could not be used, and nobody knows why.", failure);
        }
    }

    private FailedException failed(RunTrouble trouble, Path file, IOException cause) {
        return new FailedException(messages.format(trouble.key(), file.toString(), trouble.reason()), cause);
    }

    /** A run with the session it is shown as. */
    private record Opened(RecordedRun run, RecordedSession session) {
        Opened(RecordedRun run) {
            this(run, new RecordedSession(run));
        }
    }

    /** Carries the sentence from the thread that works to the window. */
    private static final class FailedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        FailedException(String sentence, Exception cause) {
            super(sentence, cause);
        }
    }
}
