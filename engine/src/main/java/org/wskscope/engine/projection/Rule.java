package org.wskscope.engine.projection;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One sentence of WSK behaviour that this engine keeps. Immutable.
 *
 * @param id stable, for example {@code CTL-ECB-09}
 * @param sentence the rule in one sentence, with WSK's own names as in C
 * @param tag where it comes from: D documentation, H header, S sample, O observed in drivers, I inferred, C a choice of this project; several with commas
 * @param sourcePage the page, header, driver or choice it comes from; empty when it follows from other rules alone
 */
public record Rule(String id, String sentence, String tag, String sourcePage) {
    private static final Pattern FIRST_PAGE = Pattern.compile("([a-z0-9_-]*-[a-z0-9_-]+)(?:;.*| \\(.*)?");
    private static final Pattern REFERENCE_PAGE = Pattern.compile("n[cfs]-wsk-.*");
    private static final String DOCUMENTATION = "https://learn.microsoft.com/windows-hardware/drivers/";

    /** The first public documentation page named as the source. */
    public Optional<URI> documentation() {
        Matcher page = FIRST_PAGE.matcher(sourcePage);
        if (!page.matches()) {
            return Optional.empty();
        }
        String name = page.group(1);
        String folder = REFERENCE_PAGE.matcher(name).matches() ? "ddi/wsk/" : "network/";
        return Optional.of(URI.create(DOCUMENTATION + folder + name));
    }
}
