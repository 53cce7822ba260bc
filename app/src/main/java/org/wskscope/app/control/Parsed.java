package org.wskscope.app.control;

import java.util.Optional;
import java.util.function.Function;

/** The outcome of reading a text: a value, or the reason why there is none. Immutable. */
public final class Parsed<T> {
    private final Optional<T> value;
    private final Optional<FieldProblem> problem;

    private Parsed(Optional<T> value, Optional<FieldProblem> problem) {
        this.value = value;
        this.problem = problem;
    }

    public static <T> Parsed<T> of(T value) {
        return new Parsed<>(Optional.of(value), Optional.empty());
    }

    public static <T> Parsed<T> problem(FieldProblem problem) {
        return new Parsed<>(Optional.empty(), Optional.of(problem));
    }

    public Optional<T> value() {
        return value;
    }

    public Optional<FieldProblem> problem() {
        return problem;
    }

    /** The same outcome with a converted value. */
    public <R> Parsed<R> map(Function<? super T, ? extends R> conversion) {
        return new Parsed<>(value.map(conversion), problem);
    }
}
