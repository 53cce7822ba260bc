package org.wskscope.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wskscope.app.feed.ScenarioRunner;
import org.wskscope.app.preferences.Preferences;
import org.wskscope.app.preferences.PreferencesStore;
import org.wskscope.app.state.Selection;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.theme.ThemeApplier;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.ViewDescriptor;
import org.wskscope.app.view.callbacks.ConsolePart;
import org.wskscope.app.view.callbacks.EventsPart;
import org.wskscope.app.view.findings.FindingsPart;
import org.wskscope.app.view.inspector.InspectorPart;
import org.wskscope.app.view.irps.IrpsPart;
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
import org.wskscope.engine.scenario.ScenarioFormatException;
import org.wskscope.engine.scenario.ScenarioLibrary;
import org.wskscope.engine.session.LiveSession;
import org.wskscope.engine.session.LiveSessionOptions;
import org.wskscope.engine.session.Session;
import org.wskscope.engine.session.SimulatedSession;
import org.wskscope.engine.session.SimulatedSessionOptions;

/** Constructs everything there is one of, and takes it apart in the reverse order. */
final class AppWiring implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AppWiring.class);

    private final Messages messages;
    private final ScheduledExecutorService saver = SaverThread.start();
    private final PreferencesStore preferences;
    private final ThemeApplier look = new ThemeApplier();
    private final CommandSentences sentences;
    private final RuleBook rules = RuleBook.load();
    private final List<Scenario> packaged = packagedScenarios();
    private final EchoServers servers;
    private final SessionDesk live;
    private final ScenarioRunner liveScenarios;
    private final VirtualTime virtual;
    private final ScenariosViewModel livePlayable;
    private final ScenariosViewModel virtualPlayable;
    private final Consumer<URI> openPage;
    private @Nullable WorkbenchWindow window;

    private AppWiring(Path configDirectory, Consumer<URI> openPage) {
        this.openPage = openPage;
        preferences = new PreferencesStore(configDirectory, saver);
        Preferences chosen = preferences.current();
        messages = new Messages(
                chosen.language().isEmpty() ? Locale.getDefault() : Locale.forLanguageTag(chosen.language()));
        sentences = new CommandSentences(messages);
        LiveSession session = LiveSession.open(LiveSessionOptions.DEFAULT);
        servers = EchoServers.start(session, chosen.tcpPort(), chosen.udpPort());
        live = new SessionDesk(session, sentences);
        liveScenarios = new ScenarioRunner("wsk-scenario", () -> session, same -> {}, ScenarioRunner.Ending.LEAVE);
        virtual = new VirtualTime(
                seed -> SimulatedSession.open(SimulatedSessionOptions.DEFAULT.withSeed(seed)), this::present, saver);
        livePlayable = new ScenariosViewModel(packaged, liveScenarios);
        virtualPlayable = new ScenariosViewModel(packaged, virtual.scenarios());
    }

    /** Starts the engine with its example servers. Waits for them; not on the FX thread. */
    static AppWiring open(Path configDirectory, Consumer<URI> openPage) {
        return new AppWiring(configDirectory, openPage);
    }

    /** Makes the window and shows the running session in it. FX thread. */
    void show(Stage stage) {
        live.model().speedProperty().set(preferences.current().displaySpeed());
        WorkbenchWindow made = new WorkbenchWindow(stage, parts(live, livePlayable));
        window = made;
        furnish(made.current(), SessionKind.LIVE, livePlayable);
        live.start(made.current(), messages, messages.get("status.mode.LIVE"));
        liveScenarios.start();
        virtual.scenarios().start();
        RunOverview.afterEachRun(virtual);
        made.show();
        for (EchoServers.Note note : servers.notes()) {
            made.notices()
                    .inform(messages.format(
                            note.key(),
                            Integer.toString(note.wanted()),
                            Integer.toString(note.given()),
                            note.status().name()));
        }
    }

    /** Shows the live session, or the newest one in virtual time; the first is opened then. FX thread. */
    void turnTo(SessionKind kind) {
        WorkbenchWindow shown = window();
        SessionDesk desk = kind == SessionKind.LIVE ? live : virtual.desk();
        if (desk == null) {
            virtual.scenarios().openSession();
        } else {
            shown.turnTo(desk.workbench());
        }
    }

    private SessionDesk present(Session session, @Nullable SessionDesk before) {
        WorkbenchWindow shown = window();
        SessionDesk desk = new SessionDesk(session, sentences);
        Workbench workbench = shown.add(parts(desk, virtualPlayable));
        furnish(workbench, SessionKind.VIRTUAL, virtualPlayable);
        desk.start(workbench, messages, messages.format("status.mode.virtual", Long.toString(virtual.seed())));
        shown.turnTo(workbench);
        if (before != null) {
            shown.remove(before.workbench());
        }
        return desk;
    }

    private WorkbenchParts parts(SessionDesk desk, ScenariosViewModel playable) {
        return new WorkbenchParts(views(desk, playable), messages, preferences, look, desk.transport());
    }

    /** What the top bar and the action search offer beyond the views. */
    private void furnish(Workbench workbench, SessionKind kind, ScenariosViewModel playable) {
        SessionKindChoice choice = new SessionKindChoice(kind, messages, this::turnTo);
        workbench.actions().registerAll(choice.actions());
        workbench.topBar().fill(ActionSlot.SCENARIO, new ScenarioPicker(playable, messages));
        if (kind == SessionKind.VIRTUAL) {
            workbench.topBar().fill(ActionSlot.SESSION_KIND, choice, new SeedField(messages, virtual));
        } else {
            workbench.topBar().fill(ActionSlot.SESSION_KIND, choice);
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
        return live.session();
    }

    EchoServers servers() {
        return servers;
    }

    /** The live session's model. */
    SessionModel model() {
        return live.model();
    }

    /** Where the live session is shown. */
    Workbench liveWorkbench() {
        return live.workbench();
    }

    Selection selection() {
        return live.selection();
    }

    VirtualTime virtual() {
        return virtual;
    }

    ThemeApplier look() {
        return look;
    }

    @Override
    public void close() {
        live.stop();
        WorkbenchWindow shown = window;
        if (shown != null) {
            shown.close();
        }
        virtual.close();
        liveScenarios.close();
        live.end();
        preferences.close();
        saver.shutdown();
    }

    /** A damaged file costs the scenarios, not the program. */
    private static List<Scenario> packagedScenarios() {
        try {
            return ScenarioLibrary.packagedWith(AppWiring.class).scenarios();
        } catch (IOException | ScenarioFormatException unreadable) {
            LOG.warn("The scenarios that come with the program cannot be read: {}", unreadable.getMessage());
            return List.of();
        }
    }

    private BooleanProperty disableWithIrp() {
        BooleanProperty withIrp =
                new SimpleBooleanProperty(preferences.current().disableWithIrp());
        withIrp.addListener((o, old, now) -> preferences.update(current -> current.withDisableWithIrp(now)));
        return withIrp;
    }

    private List<ViewDescriptor> views(SessionDesk desk, ScenariosViewModel playable) {
        SessionModel model = desk.model();
        Selection selection = desk.selection();
        TellingCommandPort commands = desk.commands();
        CommandRoad road = new CommandRoad(commands, sentences::sentence, disableWithIrp());
        List<ViewDescriptor> views = new ArrayList<>(new SocketViews(model, selection, road).descriptors());
        views.add(ScenariosPart.descriptor(playable, rules));
        views.add(TimelineView.descriptor(model, selection));
        views.add(EventsPart.descriptor(model, selection));
        views.add(FindingsPart.descriptor(model, selection, rules, openPage));
        views.add(IrpsPart.descriptor(model, selection, commands));
        views.add(ConsolePart.descriptor(model));
        views.add(
                InspectorPart.descriptor(model, selection, new InspectorPart.Surroundings(commands, rules, openPage)));
        return views;
    }
}
