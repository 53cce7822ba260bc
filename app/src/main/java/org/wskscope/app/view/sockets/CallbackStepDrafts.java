package org.wskscope.app.view.sockets;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.wskscope.engine.session.CallbackStep;

/** What a callback is to do, in order, while somebody writes it; every change can be taken back. FX thread. */
final class CallbackStepDrafts {
    /** More would be no demonstration any more. */
    static final int MOST = 16;

    private static final int MOST_UNDONE = 100;
    private static final int NONE = -1;

    private final Deque<List<CallbackStepDraft>> before = new ArrayDeque<>();
    private List<CallbackStepDraft> drafts;
    /** The one that was rewritten last: what is typed in one go is taken back in one go. */
    private int rewritten = NONE;

    CallbackStepDrafts(List<CallbackStep> acts) {
        drafts = acts.stream().map(CallbackStepDraft::of).toList();
    }

    List<CallbackStepDraft> all() {
        return drafts;
    }

    boolean isFull() {
        return drafts.size() >= MOST;
    }

    /** Does nothing when it {@link #isFull}. */
    void add(CallbackStepDraft draft) {
        if (!isFull()) {
            List<CallbackStepDraft> now = new ArrayList<>(drafts);
            now.add(draft);
            change(now);
        }
    }

    void remove(int index) {
        List<CallbackStepDraft> now = new ArrayList<>(drafts);
        now.remove(index);
        change(now);
    }

    /** Moves it {@code steps} down, or up; does nothing at the end of the list. */
    void move(int index, int steps) {
        int target = index + steps;
        if (target >= 0 && target < drafts.size()) {
            List<CallbackStepDraft> now = new ArrayList<>(drafts);
            now.add(target, now.remove(index));
            change(now);
        }
    }

    void rewrite(int index, CallbackStepDraft draft) {
        List<CallbackStepDraft> now = new ArrayList<>(drafts);
        if (now.set(index, draft).equals(draft)) {
            return;
        }
        if (rewritten == index) {
            drafts = List.copyOf(now);
        } else {
            change(now);
            rewritten = index;
        }
    }

    boolean canUndo() {
        return !before.isEmpty();
    }

    void undo() {
        if (canUndo()) {
            drafts = before.pop();
            rewritten = NONE;
        }
    }

    boolean isRight() {
        return drafts.stream().allMatch(draft -> draft.problem().isEmpty());
    }

    /** Throws {@link IllegalStateException} unless it {@link #isRight}. */
    List<CallbackStep> acts() {
        return drafts.stream().map(CallbackStepDraft::act).toList();
    }

    private void change(List<CallbackStepDraft> now) {
        if (before.size() == MOST_UNDONE) {
            before.removeLast();
        }
        before.push(drafts);
        drafts = List.copyOf(now);
        rewritten = NONE;
    }
}
