package org.wskscope.app.view.sockets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wskscope.app.control.FieldParsing;
import org.wskscope.app.control.Parsed;
import org.wskscope.engine.session.CallbackStep;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;

/**
 * One thing a callback is to do, as somebody writes it: it may still be wrong. Immutable; pure.
 *
 * @param mask the events it changes, {@code WSK_EVENT_DISABLE} included; of use to {@link Kind#OPTION}
 * @param withIrp whether the change of events gets an IRP
 * @param first text of the first element it releases; of use to {@link Kind#RELEASE}
 * @param last text of the last element it releases
 */
record CallbackStepDraft(Kind kind, EventMask mask, boolean withIrp, String first, String last) {
    /** A list of more elements than that is not indicated. */
    static final int MOST_ELEMENTS = 9_999;

    /** What can be done. */
    enum Kind {
        OPTION,
        WRITE,
        RELEASE
    }

    /** Why it cannot be done as written. */
    enum Problem {
        NO_EVENT,
        NOT_AN_ELEMENT,
        LAST_BEFORE_FIRST
    }

    /** What WSK will say against it; it can be done all the same, to see that. */
    enum Objection {
        SEVERAL_DISABLED,
        IRP_TO_ENABLE
    }

    static CallbackStepDraft of(Kind kind) {
        return new CallbackStepDraft(kind, EventMask.NONE, false, "1", "1");
    }

    static CallbackStepDraft of(CallbackStep act) {
        if (act instanceof CallbackStep.SetEvents events) {
            return new CallbackStepDraft(Kind.OPTION, events.mask(), events.withIrp(), "1", "1");
        }
        if (act instanceof CallbackStep.Release release) {
            String first = Integer.toString(release.first());
            return new CallbackStepDraft(Kind.RELEASE, EventMask.NONE, false, first, Integer.toString(release.last()));
        }
        return of(Kind.WRITE);
    }

    /** What there is to do in a callback: only an accept callback has out-parameters, only one that was given a list can release of it. */
    static List<Kind> kinds(WskCallback callback) {
        return switch (callback) {
            case ACCEPT -> List.of(Kind.OPTION, Kind.WRITE);
            case RECEIVE, RECEIVE_FROM -> List.of(Kind.OPTION, Kind.RELEASE);
            default -> List.of(Kind.OPTION);
        };
    }

    CallbackStepDraft withKind(Kind newKind) {
        return new CallbackStepDraft(newKind, mask, withIrp, first, last);
    }

    CallbackStepDraft withEvent(WskEvent event, boolean chosen) {
        EventMask changed = chosen ? mask.with(event) : mask.without(event);
        return new CallbackStepDraft(kind, changed, withIrp, first, last);
    }

    CallbackStepDraft disabling(boolean disable) {
        int bits = disable ? mask.bits() | WskEvent.WSK_EVENT_DISABLE : mask.bits() & ~WskEvent.WSK_EVENT_DISABLE;
        return new CallbackStepDraft(kind, new EventMask(bits), withIrp, first, last);
    }

    CallbackStepDraft withIrp(boolean newWithIrp) {
        return new CallbackStepDraft(kind, mask, newWithIrp, first, last);
    }

    CallbackStepDraft releasing(String newFirst, String newLast) {
        return new CallbackStepDraft(kind, mask, withIrp, newFirst, newLast);
    }

    Optional<Problem> problem() {
        return switch (kind) {
            case WRITE -> Optional.empty();
            case OPTION -> eventBits() == 0 ? Optional.of(Problem.NO_EVENT) : Optional.empty();
            case RELEASE -> elementsProblem();
        };
    }

    /** Empty while there is a {@link #problem}. */
    List<Objection> objections() {
        List<Objection> objections = new ArrayList<>();
        if (kind == Kind.OPTION && problem().isEmpty()) {
            if (mask.isDisable() && Integer.bitCount(eventBits()) > 1) {
                objections.add(Objection.SEVERAL_DISABLED);
            }
            if (withIrp && !mask.isDisable()) {
                objections.add(Objection.IRP_TO_ENABLE);
            }
        }
        return objections;
    }

    /** Throws {@link IllegalStateException} while there is a {@link #problem}. */
    CallbackStep act() {
        if (problem().isPresent()) {
            throw new IllegalStateException("an act was taken that is wrong: " + this + ", " + problem());
        }
        return switch (kind) {
            case OPTION -> new CallbackStep.SetEvents(mask, withIrp);
            case WRITE -> new CallbackStep.WriteOutputs();
            case RELEASE ->
                new CallbackStep.Release(element(first).orElse(1), element(last).orElse(1));
        };
    }

    private int eventBits() {
        return mask.bits() & ~WskEvent.WSK_EVENT_DISABLE;
    }

    private Optional<Problem> elementsProblem() {
        Optional<Integer> from = element(first);
        Optional<Integer> to = element(last);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.of(Problem.NOT_AN_ELEMENT);
        }
        return to.get() < from.get() ? Optional.of(Problem.LAST_BEFORE_FIRST) : Optional.empty();
    }

    private static Optional<Integer> element(String text) {
        Parsed<Long> number = FieldParsing.number(text, 1, MOST_ELEMENTS);
        return number.value().map(Long::intValue);
    }
}
