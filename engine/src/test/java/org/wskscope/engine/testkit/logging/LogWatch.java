package org.wskscope.engine.testkit.logging;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Fails a test that logs a warning or an error it does not expect ({@link ExpectLog}), or does not log what it expects. JUnit finds it by itself, for every test; nothing is
 * printed, so that a green build prints its results only. When a test fails, what it logged is part of the failure.
 */
public final class LogWatch implements BeforeAllCallback, AfterEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(LogWatch.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        capture(context);
    }

    @Override
    public void afterEach(ExtensionContext context) throws InterruptedException {
        LogCapture capture = capture(context);
        List<ExpectLog> expectations = expectations(context);
        for (ExpectLog expectation : expectations) {
            if (expectation.always()) {
                capture.await(Pattern.compile(expectation.value()).asPredicate());
            }
        }
        List<String> complaints = complaints(
                expectations, capture.take(), context.getExecutionException().isPresent());
        if (!complaints.isEmpty()) {
            throw new AssertionError("The test " + String.join("\n", complaints));
        }
    }

    /** What is wrong with these entries; of a test that failed anyway, all of them. */
    static List<String> complaints(List<ExpectLog> expectations, List<String> entries, boolean failed) {
        List<String> complaints = new ArrayList<>();
        for (ExpectLog expectation : expectations) {
            Predicate<String> wanted = Pattern.compile(expectation.value()).asPredicate();
            if (expectation.always() && entries.stream().noneMatch(wanted)) {
                complaints.add("did not log what it was expected to: " + expectation.value());
            }
        }
        for (String entry : entries) {
            boolean expected = expectations.stream()
                    .anyMatch(expectation ->
                            Pattern.compile(expectation.value()).asPredicate().test(entry));
            if (failed || !expected) {
                complaints.add("logged " + entry);
            }
        }
        return complaints;
    }

    /** Those of the method and of its class and the classes around it. */
    private static List<ExpectLog> expectations(ExtensionContext context) {
        Stream<ExpectLog> ofMethod = Stream.of(context.getRequiredTestMethod().getAnnotationsByType(ExpectLog.class));
        Stream<ExpectLog> ofClasses = Stream.<Class<?>>iterate(
                        context.getRequiredTestClass(), type -> type != null, Class::getEnclosingClass)
                .flatMap(type -> Stream.of(type.getAnnotationsByType(ExpectLog.class)));
        return Stream.concat(ofMethod, ofClasses).toList();
    }

    private static LogCapture capture(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(LogCapture.class, key -> new LogCapture(), LogCapture.class);
    }
}
