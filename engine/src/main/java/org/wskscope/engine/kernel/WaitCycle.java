package org.wskscope.engine.kernel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Follows a wait to what it needs, to who holds that, to what the holder waits for, and so on: {@code RCV(C1) waits for I1; I1 needs executor(C1); held by RCV(C1)}
 * (SCN-06). A circle is a wait that holds what it needs itself, or through others.
 */
final class WaitCycle {
    private WaitCycle() {}

    /** The sentence that explains why {@code start} cannot end, or null when it is in no circle. Any thread, without locks. */
    static @Nullable String find(Kernel kernel, ClientWait start, List<ClientWait> all) {
        List<ClientWait> seen = new ArrayList<>();
        StringBuilder text = new StringBuilder(start.waiter);
        String link = " waits for ";
        ClientWait wait = start;
        while (!seen.contains(wait)) {
            seen.add(wait);
            String target = wait.target.name(kernel);
            Need need = needOf(kernel, wait.target, all);
            if (need == null) {
                return null;
            }
            text.append(link).append(target).append("; ").append(target).append(" needs ");
            text.append(need.what).append("; held by ").append(need.holder.waiter);
            wait = need.holder;
            link = ", which waits for ";
        }
        return wait == start ? text.toString() : null;
    }

    private static @Nullable Need needOf(Kernel kernel, WaitTarget target, List<ClientWait> all) {
        for (CallContext.CallInProgress call : target.neededReturns()) {
            for (ClientWait wait : all) {
                if (wait.holding.contains(call)) {
                    return new Need("the return of " + call.name(), wait);
                }
            }
        }
        SocketCore core = target.neededProcessor();
        if (core != null) {
            for (ClientWait wait : all) {
                if (wait.processor == core.processor.number()) {
                    return new Need("executor(" + kernel.socketName(core.id) + ")", wait);
                }
            }
        }
        return null;
    }

    /** Something needed, and the wait whose thread holds it. */
    private record Need(String what, ClientWait holder) {}
}
