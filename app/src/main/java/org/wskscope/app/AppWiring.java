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
import org.wskscope.app.view.sockets.CommandRoad;
import org.wskscope.app.view.sockets.SocketViews;
import org.wskscope.app.view.timeline.TimelineView;
import org.wskscope.app.workbench.ActionSlot;
import org.wskscope.app.workbench.Workbench;
import org.wskscope.app.workbench.WorkbenchParts;
import org.wskscope.app.workbench.WorkbenchWindow;
import org.wskscope.engine.projection.RuleBook;
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
    private final VirtualTime virtual;
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
                new LiveSessions.Surroundings(memory, ending),
                sentences,
                this::presentLive);
        virtual = new VirtualTime(next, memory, this::presentVirtual, ending);
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
        tellPorts(made.current());
    }

    /** Shows the running session in a window that is shown already. FX thread. */
    void show(WorkbenchWindow shown) {
        fill(shown);
        tellPorts(shown.current());
    }

    private void fill(WorkbenchWindow frame) {
        window = frame;
        SessionDesk desk = live.desk();
        desk.model().speedProperty().set(preferences.current().displaySpeed());
        Workbench workbench = frame.add(parts(desk, livePlayable));
        startLive(desk, workbench);
        live.scenarios().start();
        virtual.scenarios().start();
        RunOverview.afterEachRun(virtual);
        frame.turnTo(workbench);
    }

    /** Shows the live session, or the newest one in virtual time; the first is opened then. FX thread. */
    void turnTo(SessionKind kind) {
        WorkbenchWindow shown = window();
        SessionDesk desk = kind == SessionKind.LIVE ? live.desk() : virtual.desk();
        if (desk == null) {
            virtual.scenarios().openSession();
        } else {
            shown.turnTo(desk.workbench());
        }
    }

    private SessionDesk presentLive(Session session, @Nullable SessionDesk before) {
        SessionDesk desk = new SessionDesk(session, sentences);
        desk.model().speedProperty().set(preferences.current().displaySpeed());
        Workbench workbench = window().add(parts(desk, livePlayable));
        startLive(desk, workbench);
        putInPlace(workbench, before);
        tellPorts(workbench);
        return desk;
    }

    private SessionDesk presentVirtual(Session session, @Nullable SessionDesk before) {
        SessionDesk desk = new SessionDesk(session, sentences);
        Workbench workbench = window().add(parts(desk, virtualPlayable));
        furnish(workbench, desk, SessionKind.VIRTUAL, virtualPlayable);
        desk.start(workbench, messages, messages.format("status.mode.virtual", Long.toString(session.seed())));
        ScenarioMark.show(virtual.scenarios().progressProperty(), packaged, messages, workbench.statusBar());
        putInPlace(workbench, before);
        return desk;
    }

    private void startLive(SessionDesk desk, Workbench workbench) {
        furnish(workbench, desk, SessionKind.LIVE, livePlayable);
        desk.start(workbench, messages, messages.get("status.mode.LIVE"));
        PortsMark.show(desk.model(), messages, live.servers(), workbench.statusBar());
        ScenarioMark.show(live.scenarios().progressProperty(), packaged, messages, workbench.statusBar());
    }

    private void putInPlace(Workbench workbench, @Nullable SessionDesk before) {
        window().turnTo(workbench);
        if (before != null) {
            window().remove(before.workbench());
        }
    }

    private void tellPorts(Workbench workbench) {
        for (EchoServers.Note note : live.servers().notes()) {
            workbench.notices().inform(note.sentence(messages));
        }
    }

    /** Gives the user the address that no browser could be opened for. FX thread. */
    void tellOfMissingBrowser(URI page) {
        MissingBrowser.tell(page, messages, window().current().notices());
    }

    private WorkbenchParts parts(SessionDesk desk, ScenariosViewModel playable) {
        return new WorkbenchParts(views(desk, playable), messages, preferences, basics.look(), desk.transport());
    }

    /** What the top bar and the action search offer beyond the views. */
    private void furnish(Workbench workbench, SessionDesk desk, SessionKind kind, ScenariosViewModel playable) {
        SessionKindChoice choice = new SessionKindChoice(kind, messages, this::turnTo);
        ScenarioRunner runner = kind == SessionKind.LIVE ? live.scenarios() : virtual.scenarios();
        ChoicesButton choices = new ChoicesButton(
                next,
                new ChoicesButton.Shown(
                        kind.newKey(), desk.choicesProperty(), desk.session().seed()),
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
        workbench.topBar().fill(ActionSlot.SCENARIO, new ScenarioPicker(playable, messages));
        if (kind == SessionKind.VIRTUAL) {
            workbench
                    .topBar()
                    .fill(ActionSlot.SESSION_KIND, choice, new SeedField(messages, next.seedProperty()), choices);
        } else {
            workbench.topBar().fill(ActionSlot.SESSION_KIND, choice, choices);
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
    SessionDesk live() {
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

    VirtualTime virtual() {
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

    private static void showInTimeline(SessionDesk desk) {
        Workbench workbench = desk.workbench();
        workbench.dock().open("timeline");
        workbench.actions().find("timeline.fit").ifPresent(fit -> fit.run().run());
    }

    private List<ViewDescriptor> views(SessionDesk desk, ScenariosViewModel playable) {
        SessionModel model = desk.model();
        Selection selection = desk.selection();
        TellingCommandPort commands = desk.commands();
        CommandRoad road = new CommandRoad(commands, sentences::sentence, disableWithIrp());
        RecordFinder finder = new RecordFinder(model, selection, desk.background(), EventsPart.matchers(messages));
        List<ViewDescriptor> views = new ArrayList<>(new SocketViews(model, selection, road).descriptors());
        views.add(ScenariosPart.descriptor(playable, rules));
        views.add(TimelineView.descriptor(model, selection, playable.progressProperty()));
        views.add(EventsPart.descriptor(
                model,
                selection,
                new EventsPart.Surroundings(
                        desk.background(),
                        finder,
                        () -> showInTimeline(desk),
                        () -> desk.workbench().dock().open("events"))));
        RuleOpener pages = new RuleCard(messages, rules, page -> openPage.accept(page));
        views.add(FindingsPart.descriptor(
                model, selection, new FindingsPart.Surroundings(rules, pages, () -> showInTimeline(desk))));
        views.add(IrpsPart.descriptor(
                model, selection, new IrpsPart.Surroundings(commands, desk.background(), () -> showInTimeline(desk))));
        views.add(ConsolePart.descriptor(model, desk.background()));
        views.add(InspectorPart.descriptor(model, selection, new InspectorPart.Surroundings(commands, rules, pages)));
        return views;
    }
}
