package org.wskscope.engine.explained;

import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.wskscope.engine.chance.ChoicePoint;
import org.wskscope.engine.trace.BehaviourOrigin;
import org.wskscope.engine.trace.PeerChange;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.TraceRecord;

/** What must be so where a sentence about what surrounds the kernel is told: choices, behaviours, peers. */
final class EnvironmentFacts {
    private EnvironmentFacts() {}

    static void addTo(Map<String, Predicate<Scene>> all) {
        choices(all);
        behaviours(all);
        peers(all);
        ends(all);
    }

    private static void fact(Map<String, Predicate<Scene>> all, String key, Predicate<Scene> fact) {
        all.put("explain." + key, fact);
    }

    private static void choices(Map<String, Predicate<Scene>> all) {
        fact(
                all,
                "choices.usual",
                at -> at.as(TraceRecord.ChoicesSet.class).choices().isEmpty());
        fact(
                all,
                "choices.other",
                at -> at.argument(0).equals(at.as(TraceRecord.ChoicesSet.class).choices()));
        fact(
                all,
                "choice.race",
                at -> taken(at).point() == ChoicePoint.EVENT_OVERTAKES && SocketFacts.number(at, 0) <= 1);
        fact(
                all,
                "choice.level",
                at -> taken(at).point() == ChoicePoint.CALLBACK_LEVEL
                        && SocketFacts.number(at, 0) <= SocketFacts.number(at, 1));
        fact(all, "choice.send", at -> taken(at).point() == ChoicePoint.SEND_INLINE && SocketFacts.number(at, 0) <= 1);
        fact(
                all,
                "choice.taken",
                at -> SocketFacts.number(at, 0) >= 1 && SocketFacts.number(at, 0) <= SocketFacts.number(at, 1));
    }

    private static void behaviours(Map<String, Predicate<Scene>> all) {
        fact(all, "behaviour.created", at -> behaviour(at).origin() == BehaviourOrigin.CREATED);
        fact(
                all,
                "behaviour.inherited",
                at -> behaviour(at).origin() == BehaviourOrigin.INHERITED
                        && behaviour(at).from().value() != 0);
        fact(
                all,
                "behaviour.command",
                at -> behaviour(at).origin() == BehaviourOrigin.COMMAND
                        && at.argument(1).equals(behaviour(at).text()));
        fact(
                all,
                "behaviour.holdUsed",
                at -> behaviour(at).origin() == BehaviourOrigin.HOLD_USED
                        && at.is().callbacks().stream()
                                .anyMatch(
                                        call -> call.callback() == behaviour(at).callback()));
    }

    private static void peers(Map<String, Predicate<Scene>> all) {
        fact(
                all,
                "peer.started",
                at -> at.argument(0)
                        .equals(Integer.toString(
                                at.as(TraceRecord.PeerStarted.class).peer())));
        fact(
                all,
                "peer.bound",
                at -> isStarted(at, at.as(TraceRecord.PeerBound.class).peer()));
        fact(all, "peer.working", at -> is(at, PeerChange.WORKING));
        fact(all, "peer.sent", at -> is(at, PeerChange.SENT) && SocketFacts.number(at, 1) > 0);
        fact(all, "peer.received", at -> is(at, PeerChange.RECEIVED) && SocketFacts.number(at, 1) > 0);
        fact(all, "peer.progressed", at -> is(at, PeerChange.PROGRESSED));
        // How much was handed to the network may be reported later; what resets, resets.
        fact(all, "peer.sentFin", at -> is(at, PeerChange.SENT_FIN));
        fact(all, "peer.sentReset", at -> is(at, PeerChange.SENT_RESET) && !later(at, PeerChange.RECEIVED));
        fact(all, "peer.sawFin", at -> is(at, PeerChange.SAW_FIN));
        fact(all, "peer.sawReset", at -> is(at, PeerChange.SAW_RESET));
    }

    private static void ends(Map<String, Predicate<Scene>> all) {
        fact(
                all,
                "peer.connectFailed",
                at -> is(at, PeerChange.CONNECT_FAILED) && !changed(at).status().isSuccess());
        fact(all, "peer.finished", at -> is(at, PeerChange.FINISHED));
        fact(all, "peer.stopped", at -> is(at, PeerChange.STOPPED));
        fact(
                all,
                "peer.failed",
                at -> is(at, PeerChange.FAILED) && !changed(at).status().isSuccess());
    }

    private static TraceRecord.ChoiceTaken taken(Scene at) {
        return at.as(TraceRecord.ChoiceTaken.class);
    }

    private static TraceRecord.BehaviourSet behaviour(Scene at) {
        return at.as(TraceRecord.BehaviourSet.class);
    }

    private static TraceRecord.PeerChanged changed(Scene at) {
        return at.as(TraceRecord.PeerChanged.class);
    }

    private static boolean is(Scene at, PeerChange change) {
        return changed(at).change() == change && isStarted(at, changed(at).peer());
    }

    /** Whether the same peer does that afterwards. */
    private static boolean later(Scene at, PeerChange change) {
        return LongStream.range(at.sequence() + 1, at.log().size())
                .filter(sequence -> at.log().kind(sequence) == RecordKind.PEER_CHANGED)
                .anyMatch(sequence -> at.log().read(sequence) instanceof TraceRecord.PeerChanged next
                        && next.peer() == changed(at).peer()
                        && next.change() == change);
    }

    private static boolean isStarted(Scene at, int peer) {
        return LongStream.range(0, at.sequence())
                .filter(sequence -> at.log().kind(sequence) == RecordKind.PEER_STARTED)
                .anyMatch(sequence ->
                        at.log().read(sequence) instanceof TraceRecord.PeerStarted started && started.peer() == peer);
    }
}
