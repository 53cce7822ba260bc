package org.wskscope.engine.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.wskscope.engine.testkit.arch.CodeRules;
import org.wskscope.engine.testkit.arch.ImportTable;
import org.wskscope.engine.testkit.arch.SourceTree;

@AnalyzeClasses(packages = EngineArchitectureTest.ROOT, importOptions = DoNotIncludeTests.class)
class EngineArchitectureTest {
    static final String ROOT = "org.wskscope.engine";

    @ArchTest
    static final ArchRule roomsImportOnlyWhatTheTableNames = ImportTable.of(ROOT)
            .row("")
            .row("time")
            .row("nt")
            .row("wsk", "nt")
            .row("chance")
            .row("trace", "chance", "nt", "wsk")
            .row("transport", "nt")
            .row("kernel", "chance", "time", "nt", "wsk", "trace", "transport")
            .row("transport.netty", "time", "nt", "transport")
            .row("transport.memory", "chance", "time", "nt", "transport")
            .row("peer", "time", "nt", "transport")
            .row("projection", "chance", "nt", "wsk", "trace")
            .row("recording", "time", "nt", "wsk", "trace")
            .row("importer", "nt", "wsk", "trace")
            .row(
                    "session",
                    "chance",
                    "time",
                    "nt",
                    "wsk",
                    "trace",
                    "transport",
                    "transport.netty",
                    "transport.memory",
                    "peer",
                    "kernel",
                    "projection",
                    "recording",
                    "importer")
            .row("scenario", "time", "nt", "wsk", "session")
            .rule();

    @ArchTest
    static final ArchRule noPackageCycles = CodeRules.noCyclesBelow(ROOT);

    @ArchTest
    static final ArchRule theEngineKnowsTheseLibrariesOnly = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + "..",
                    "java..",
                    "jdk.jfr..",
                    "io.netty..",
                    "org.slf4j..",
                    "org.jspecify..",
                    "com.google.errorprone.annotations..",
                    "org.snakeyaml..",
                    "");

    @ArchTest
    static final ArchRule onlyScenarioReadsYaml = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".scenario..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.snakeyaml..");

    @ArchTest
    static final ArchRule noWindowToolkit =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("java.awt..", "javax.swing..", "javafx..");

    @ArchTest
    static final ArchRule onlyTransportNettySpeaksNetty = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".transport.netty..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.netty..");

    @ArchTest
    static final ArchRule clocksAreReadOnlyInTime = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".time..")
            .should()
            .callMethodWhere(DescribedPredicate.describe("a clock is read or waited for", call -> readsAClock(call)));

    @ArchTest
    static final ArchRule traceRecordsAreRecords = classes()
            .that()
            .areAssignableTo(ROOT + ".trace.TraceRecord")
            .and()
            .areNotInterfaces()
            .should()
            .beRecords();

    @ArchTest
    static final ArchRule noStandardStreams = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule staticFieldsAreFinal = CodeRules.staticFieldsAreFinal();

    @ArchTest
    static final ArchRule noGenericExceptions = CodeRules.noGenericExceptions();

    @ArchTest
    static final ArchRule noJavaUtilLogging = CodeRules.noJavaUtilLogging();

    @ArchTest
    static final ArchRule packagesAreNullMarked = CodeRules.packagesAreNullMarked();

    @ArchTest
    static void theRulesSawEveryPackageThatHasSources(JavaClasses classes) {
        assertThat(classes.stream().map(JavaClass::getPackageName)).containsAll(SourceTree.packages());
        assertThat(SourceTree.packages())
                .contains(ROOT + ".time", ROOT + ".nt", ROOT + ".wsk", ROOT + ".trace", ROOT + ".transport")
                .contains(
                        ROOT + ".transport.netty", ROOT + ".transport.memory", ROOT + ".projection", ROOT + ".session")
                .contains(ROOT + ".kernel", ROOT + ".peer");
    }

    private static boolean readsAClock(JavaCall<?> call) {
        String name = call.getName();
        if (call.getTargetOwner().isEquivalentTo(System.class)) {
            return Set.of("nanoTime", "currentTimeMillis").contains(name);
        }
        if (call.getTargetOwner().isEquivalentTo(Clock.class)) {
            return name.startsWith("system");
        }
        if (call.getTargetOwner().isEquivalentTo(Thread.class)
                || call.getTargetOwner().isEquivalentTo(TimeUnit.class)) {
            return name.equals("sleep");
        }
        return call.getTargetOwner().getPackageName().equals(Instant.class.getPackageName()) && name.equals("now");
    }
}
