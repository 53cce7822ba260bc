package org.wskscope.engine.projection;

/**
 * What this project decided where the sources are silent, or does where a program cannot do as the kernel does. Immutable.
 *
 * @param id {@code C-01} …, or {@code FID-1} … for a limit
 * @param decision what the engine does
 * @param reason why, or what else was possible; of a limit, what the kernel does
 */
public record Choice(String id, String decision, String reason) {
    /** Whether it is no choice but what a program in user space has in the place of the kernel's behaviour. */
    public boolean isLimit() {
        return id.startsWith("FID-");
    }
}
