package org.wskscope.app;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.feed.ScenarioRunner;
import org.wskscope.app.preferences.PreferencesStore;
import org.wskscope.app.state.NextSession;
import org.wskscope.app.state.RecordFinder;
import org.wskscope.app.state.Selection;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.theme.ThemeApplier;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.RuleOpener;
import org.wskscope.app.view.UserAction;
import org.wskscope.app.view.ViewDescriptor;
import org.wskscope.app.view.callbacks.ConsolePart;
import org.wskscope.app.view.callbacks.EventsPart;
import org.wskscope.app.view.choices.ChoicesButton;
import org.wskscope.app.view.findings.FindingsPart;
import org.wskscope.app.view.inspector.InspectorPart;
import org.wskscope.app.view.irps.IrpsPart;
import org.wskscope.app.view.rules.RuleCard;
import org.wskscope.app.view.scenarios.ScenarioPicker;
import org.wskscope.app.view.scenarios.ScenariosPart;
import org.wskscope.app.view.scenarios.ScenariosViewModel;
import org.wskscope.app.view.sockets.CommandContext;
import org.wskscope.app.view.sockets.SocketViews;
import org.wskscope.app.view.timeline.TimelineView;
import org.wskscope.app.words.SystemKind;
import org.wskscope.app.workbench.ActionSlot;
import org.wskscope.app.workbench.Workbench;
import org.wskscope.app.workbench.WorkbenchParts;
import org.wskscope.app.workbench.WorkbenchWindow;
import org.wskscope.engine.projection.RuleBook;
import org.wskscope.engine.recording.RunWriter;
import org.wskscope.engine.scenario.Scenario;
import org.wskscope.engine.session.Session;
import org.wskscope.engine.trace.LogMemory;

/** Constructs everything there is one of, and takes it apart in the reverse order. */
final class AppWiring implements AutoCloseable {
    private final Basics basics;
    private final Messages messages;
    private final PreferencesStore preferences;
    private final ExecutorService ending = EndingThread.start();
    private final CommandSentences sentences;
    private final RuleBook rules;
    private final List<Scenario> packaged;
    private final NextSession next;
    private final LiveSessions live;
    private final VirtualSessions virtual;
    private final RunDocuments documents;
    private final ScenariosViewModel livePlayable;
    private final ScenariosViewModel virtualPlayable;
    private Consumer<URI> openPage = page -> {};
    private @Nullable WorkbenchWindow window;

    private AppWiring(Basics basics, CompletableFuture<Library> library) {
        this.basics = basics;
        messages = basics.messages();
        preferences = basics.preferences();
        sentences = new CommandSentences(messages);
        next = RememberedChoices.of(preferences);
        LogMemory memory = LogMemory.thirdOfHeap();
        live = new LiveSessions(
                next,
                preferences.current(),
                new LiveSessions.Environment(memory, ending),
                sentences,
                this::presentLive);
        virtual = new VirtualSessions(next, memory, this::presentVirtual, ending);
        documents = new RunDocuments(this::window, virtual, memory, messages, ending);
        Library loaded = library.join();
        rules = loaded.rules();
        packaged = loaded.scenarios();
        livePlayable = new ScenariosViewModel(loaded.scenarios(), live.scenarios(), virtual.scenarios());
        virtualPlayable = new ScenariosViewModel(loaded.scenarios(), virtual.scenarios());
    }

    /** Starts the engine with its example servers. Waits for them and for the library; not on the FX thread. */
    static AppWiring open(Basics basics, CompletableFuture<Library> library) {
        return new AppWiring(basics, library);
    }

    /** As the other, with everything it needs. */
    static AppWiring open(Path configDirectory, Consumer<URI> openPage) {
        AppWiring wiring = open(Basics.load(configDirectory), CompletableFuture.completedFuture(Library.load()));
        wiring.opensPagesBy(openPage);
        return wiring;
    }

    /** How a page of the documentation is shown. Before the window is. */
    void opensPagesBy(Consumer<URI> way) {
        openPage = way;
    }

    /** Makes the window and shows the running session in it. FX thread. */
    void show(Stage stage) {
        WorkbenchWindow made = new WorkbenchWindow(stage, basics.surroundings());
        fill(made);
        made.show();
        notifyPorts(made.current());
    }

    /** Shows the running session in a window that is shown already. FX thread. */
    void show(WorkbenchWindow shown) {
        fill(shown);
        notifyPorts(shown.current());
        MissingFace.report(messages, shown.current().notices());
    }

    private void fill(WorkbenchWindow frame) {
        window = frame;
        SessionContext desk = live.desk();
        desk.model().speedProperty().set(preferences.current().displaySpeed());
        Workbench workbench = frame.add(parts(desk, livePlayable));
        startLive(desk, workbench);
        live.scenarios().start();
        virtual.scenarios().start();
        RunOverview.afterEachRun(virtual);
        frame.switchTo(workbench);
        frame.takeDrops(RunWriter.SUFFIX, documents::open);
    }

    /** Shows the live session, or the newest one in virtual time; the first is opened then. FX thread. */
    void switchTo(SessionKind kind) {
        WorkbenchWindow shown = window();
        SessionContext desk = kind == SessionKind.LIVE ? live.desk() : virtual.desk();
        if (desk == null) {
            virtual.scenarios().openSession();
        } else {
            shown.switchTo(desk.workbench());
        }
    }

    private SessionContext presentLive(Session session, @Nullable SessionContext before) {
        SessionContext desk = new SessionContext(session, sentences);
        desk.model().speedProperty().set(preferences.current().displaySpeed());
        Workbench workbench = window().add(parts(desk, livePlayable));
        startLive(desk, workbench);
        replace(workbench, before);
        notifyPorts(workbench);
        return desk;
    }

    private SessionContext presentVirtual(Session session, @Nullable SessionContext before) {
        SessionContext desk = new SessionContext(session, sentences);
        desk.drivenBy(() -> virtual.scenarios().progressProperty().get().isPlaying());
        Workbench workbench = window().add(parts(desk, virtualPlayable));
        install(workbench, desk, SessionKind.VIRTUAL, virtualPlayable);
        String opened = documents.mode(session);
        desk.start(
                workbench,
                messages,
                opened.isEmpty() ? messages.format("status.mode.virtual", Long.toString(session.seed())) : opened);
        ScenarioMark.show(virtual.scenarios().progressProperty(), packaged, messages, workbench.statusBar());
        replace(workbench, before);
        return desk;
    }

    private void startLive(SessionContext desk, Workbench workbench) {
        install(workbench, desk, SessionKind.LIVE, livePlayable);
        desk.start(workbench, messages, messages.get("status.mode.LIVE"));
        PortsMark.show(desk.model(), messages, live.servers(), workbench.statusBar());
        ScenarioMark.show(live.scenarios().progressProperty(), packaged, messages, workbench.statusBar());
    }

    private void replace(Workbench workbench, @Nullable SessionContext before) {
        window().switchTo(workbench);
        if (before != null) {
            window().remove(before.workbench());
        }
    }

    private void notifyPorts(Workbench workbench) {
        for (EchoServers.Note note : live.servers().notes()) {
            workbench.notices().inform(note.sentence(messages));
        }
    }

    /** Gives the user the address that no browser could be opened for. FX thread. */
    void notifyOfMissingBrowser(URI page) {
        MissingBrowser.report(page, messages, window().current().notices());
    }

    private WorkbenchParts parts(SessionContext desk, ScenariosViewModel playable) {
        return new WorkbenchParts(views(desk, playable), messages, preferences, basics.look(), desk.transport());
    }

    /** What the top bar and the action search offer beyond the views. */
    private void install(Workbench workbench, SessionContext desk, SessionKind kind, ScenariosViewModel playable) {
        SessionKindChoice choice = new SessionKindChoice(kind, messages, this::switchTo);
        ScenarioRunner runner = kind == SessionKind.LIVE ? live.scenarios() : virtual.scenarios();
        ChoicesButton choices = new ChoicesButton(
                next,
                new ChoicesButton.Shown(
                        kind.newKey(), desk.choicesProperty(), desk.session().seed(), ruleCard()),
                messages,
                rules,
                () -> {
                    if (!runner.openSession()) {
                        workbench.notices().inform(messages.get("choices.busy"));
                    }
                });
        TroubleSigns.show(desk.model(), messages, workbench, runner::openSession);
        workbench.actions().registerAll(choice.actions());
        workbench.actions().registerAll(choices.actions());
        workbench.actions().registerAll(SelectionHistory.actions(desk.selection(), messages));
        registerAgain(workbench, kind, playable);
        workbench.actions().registerAll(documents.actions(desk.session(), playable.progressProperty()));
        MomentControls.show(desk, workbench, playable.progressProperty(), messages);
        workbench.presentWith(
                PresentControls.of(desk, kind, playable.progressProperty(), new Library(rules, packaged), messages));
        workbench.topBar().fill(ActionSlot.SCENARIO, new ScenarioPicker(playable, messages));
        if (kind == SessionKind.VIRTUAL) {
            workbench
                    .topBar()
                    .fill(
                            ActionSlot.SESSION_KIND,
                            choice,
                            new SeedField(messages, next.seedProperty(), playable::playAgain),
                            choices);
        } else {
            workbench.topBar().fill(ActionSlot.SESSION_KIND, choice, choices);
        }
    }

    /** The same scenario once more; in virtual time also with the next seed. */
    private void registerAgain(Workbench workbench, SessionKind kind, ScenariosViewModel playable) {
        workbench
                .actions()
                .register(UserAction.of(
                        "scenarios.again",
                        messages.get("action.scenarios.again"),
                        "Shortcut+Shift+R",
                        playable::playAgain));
        if (kind == SessionKind.VIRTUAL) {
            workbench
                    .actions()
                    .register(UserAction.of(
                            "scenarios.againNextSeed", messages.get("action.scenarios.againNextSeed"), "", () -> {
                                next.seedProperty().set(next.seedProperty().get() + 1);
                                playable.playAgain();
                            }));
        }
    }

    private WorkbenchWindow window() {
        WorkbenchWindow shown = window;
        if (shown == null) {
            throw new IllegalStateException("there is no window yet");
        }
        return shown;
    }

    /** The live session. */
    Session session() {
        return live.desk().session();
    }

    EchoServers servers() {
        return live.servers();
    }

    /** The live session's model. */
    SessionModel model() {
        return live.desk().model();
    }

    /** The live session with what brings it to the window. */
    SessionContext live() {
        return live.desk();
    }

    /** What is on the window. FX thread. */
    Workbench shown() {
        return window().current();
    }

    /** Where the live session is shown. */
    Workbench liveWorkbench() {
        return live.desk().workbench();
    }

    Selection selection() {
        return live.desk().selection();
    }

    /** Runs as files. */
    RunDocuments documents() {
        return documents;
    }

    VirtualSessions virtual() {
        return virtual;
    }

    ThemeApplier look() {
        return basics.look();
    }

    @Override
    public void close() {
        live.desk().stop();
        WorkbenchWindow shown = window;
        if (shown != null) {
            shown.close();
        }
        virtual.close();
        live.close();
        EndingThread.finish(ending);
        basics.close();
    }

    private BooleanProperty disableWithIrp() {
        BooleanProperty withIrp =
                new SimpleBooleanProperty(preferences.current().disableWithIrp());
        withIrp.addListener((o, old, now) -> preferences.update(current -> current.withDisableWithIrp(now)));
        return withIrp;
    }

    private RuleOpener ruleCard() {
        return new RuleCard(messages, rules, page -> openPage.accept(page));
    }

    private static void showInTimeline(SessionContext desk) {
        Workbench workbench = desk.workbench();
        workbench.dock().open("timeline");
        workbench.actions().find("timeline.fit").ifPresent(fit -> fit.run().run());
    }

    private List<ViewDescriptor> views(SessionContext desk, ScenariosViewModel playable) {
        SessionModel model = desk.model();
        Selection selection = desk.selection();
        NotifyingCommandPort commands = desk.commands();
        CommandContext road = new CommandContext(commands, sentences::sentence, disableWithIrp());
        RecordFinder finder = new RecordFinder(model, selection, desk.background(), EventsPart.matchers(messages));
        List<ViewDescriptor> views = new ArrayList<>(new SocketViews(
                        model,
                        selection,
                        road,
                        playable == livePlayable ? SystemKind.ofThisSystem().name() : "")
                .descriptors());
        RuleOpener pages = ruleCard();
        views.add(ScenariosPart.descriptor(playable, rules, pages));
        views.add(TimelineView.descriptor(model, selection, playable.progressProperty()));
        views.add(EventsPart.descriptor(
                model,
                selection,
                new EventsPart.Environment(
                        desk.background(),
                        finder,
                        () -> showInTimeline(desk),
                        () -> desk.workbench().dock().open("events"))));
        views.add(FindingsPart.descriptor(
                model, selection, new FindingsPart.Environment(rules, pages, () -> showInTimeline(desk))));
        views.add(IrpsPart.descriptor(
                model, selection, new IrpsPart.Environment(commands, desk.background(), () -> showInTimeline(desk))));
        views.add(ConsolePart.descriptor(model, desk.background()));
        views.add(InspectorPart.descriptor(model, selection, new InspectorPart.Environment(commands, rules, pages)));
        return views;
    }
}
