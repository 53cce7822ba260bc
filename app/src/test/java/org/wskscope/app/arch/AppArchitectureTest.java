package org.wskscope.app.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.wskscope.app.cli.OwnsThread;
import org.wskscope.app.cli.UsesStandardStreams;
import org.wskscope.engine.session.Session;
import org.wskscope.engine.testkit.arch.CodeRules;
import org.wskscope.engine.testkit.arch.ImportTable;
import org.wskscope.engine.testkit.arch.SourceTree;

@AnalyzeClasses(packages = AppArchitectureTest.ROOT, importOptions = DoNotIncludeTests.class)
class AppArchitectureTest {
    static final String ROOT = "org.wskscope.app";
    private static final String ENGINE = "org.wskscope.engine";
    private static final String[] ENGINE_API = {
        ENGINE + ".chance",
        ENGINE + ".nt",
        ENGINE + ".wsk",
        ENGINE + ".trace",
        ENGINE + ".projection",
        ENGINE + ".recording",
        ENGINE + ".session",
        ENGINE + ".scenario"
    };

    @ArchTest
    static final ArchRule roomsImportOnlyWhatTheTableNames = ImportTable.of(ROOT)
            .row("", ImportTable.and(ENGINE_API, ImportTable.EVERY_ROOM))
            .row("theme")
            .row("preferences")
            .row("words")
            .row("control", "theme")
            .row("docking", "control", "theme")
            .row("state", ENGINE_API)
            .row("feed", ImportTable.and(ENGINE_API, "state"))
            .row("view", "state", "theme", "words")
            .row("view.*", ImportTable.and(ENGINE_API, "view", "state", "control", "theme"))
            .row("workbench", "docking", "view", "state", "control", "theme", "preferences")
            .row("cli", ImportTable.and(ENGINE_API, "words"))
            .rule();

    @ArchTest
    static final ArchRule noPackageCycles = CodeRules.noCyclesBelow(ROOT);

    @ArchTest
    static final ArchRule viewModelsAndStateHaveNoSceneGraph = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .or()
            .resideInAPackage(ROOT + ".state..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.application..", "javafx.css..");

    @ArchTest
    static final ArchRule onlyFeedCrossesToTheFxThread = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".feed..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javafx.application.Platform");

    @ArchTest
    static final ArchRule onlyFeedMakesThreads = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".feed..")
            .and()
            .areNotAnnotatedWith(OwnsThread.class)
            .should()
            .callConstructorWhere(DescribedPredicate.describe(
                    "a thread is made", call -> call.getTargetOwner().isAssignableTo(Thread.class)));

    /** What can be read of a session beside its log would be of now, whatever moment the views show. Its gate, and a step, make the world go on, and tell nothing of what happened. */
    private static final Set<String> NOT_BESIDE_THE_LOG = Set.of(
            "log",
            "clock",
            "nanoTime",
            "processorCount",
            "commandable",
            "seed",
            "execute",
            "letRun",
            "gate",
            "step",
            "close");

    @ArchTest
    static final ArchRule theWindowReadsNothingBesideTheLog = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".cli..")
            .and()
            // It asks what the engine that runs now is like, to know whether a scenario may be played on it.
            .doNotHaveSimpleName("LiveSessions")
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "a session is asked for what its log says",
                    call -> call.getTargetOwner().isAssignableTo(Session.class)
                            && Arrays.stream(Session.class.getMethods())
                                    .map(Method::getName)
                                    .anyMatch(call.getName()::equals)
                            && !NOT_BESIDE_THE_LOG.contains(call.getName())));

    @ArchTest
    static final ArchRule noFxml = noClasses().should().dependOnClassesThat().resideInAPackage("javafx.fxml..");

    @ArchTest
    static final ArchRule commandsRunWithoutJavaFx = noClasses()
            .that()
            .resideInAPackage(ROOT + ".cli..")
            .or()
            .haveFullyQualifiedName(ROOT + ".Main")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "com.sun.javafx..");

    @ArchTest
    static final ArchRule onlyTheCommandLineHasStandardStreams = noClasses()
            .that()
            .areNotAnnotatedWith(UsesStandardStreams.class)
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule onlyTheCommandLineMayBeExcepted = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT, ROOT + ".cli..")
            .should()
            .beAnnotatedWith(UsesStandardStreams.class)
            .orShould()
            .beAnnotatedWith(OwnsThread.class);

    @ArchTest
    static final ArchRule staticFieldsAreFinal = CodeRules.staticFieldsAreFinal();

    @ArchTest
    static final ArchRule noGenericExceptions = CodeRules.noGenericExceptions();

    @ArchTest
    static final ArchRule noJavaUtilLogging = CodeRules.noJavaUtilLogging();

    @ArchTest
    static final ArchRule packagesAreNullMarked = CodeRules.packagesAreNullMarked();

    @ArchTest
    static final ArchRule theAppKnowsTheEnginesFrontRoomsOnly = noClasses()
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "lie deeper in the engine than " + List.of(ENGINE_API),
                    type -> type.getPackageName().startsWith(ENGINE)
                            && !List.of(ENGINE_API).contains(type.getPackageName())));

    @ArchTest
    static void theEngineNeverSeesTheApp(JavaClasses app) {
        JavaClasses engine = new ClassFileImporter().importPackages(ENGINE);

        assertThat(engine).hasSizeGreaterThan(50);
        noClasses().should().dependOnClassesThat().resideInAPackage(ROOT + "..").check(engine);
    }

    @ArchTest
    static void theRulesSawEveryPackageThatHasSources(JavaClasses app) {
        assertThat(app.stream().map(JavaClass::getPackageName)).containsAll(SourceTree.packages());
        assertThat(SourceTree.packages())
                .contains(ROOT, ROOT + ".cli", ROOT + ".control", ROOT + ".docking", ROOT + ".feed")
                .contains(ROOT + ".preferences", ROOT + ".state", ROOT + ".theme", ROOT + ".view", ROOT + ".workbench");
    }
}
