package org.wskscope.app.workbench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.wskscope.app.view.UserAction;

/** Every action there is, by id, by key and by what somebody typed of its name. FX thread. */
public final class ActionRegistry {
    /** What an action counts less while it cannot be done. */
    private static final int NOT_NOW = 10;

    private final Map<String, UserAction> actions = new LinkedHashMap<>();
    private final Function<UserAction, String> synonyms;

    /** {@code synonyms} are other words for an action, with spaces between them; empty for none. */
    ActionRegistry(Function<UserAction, String> synonyms) {
        this.synonyms = synonyms;
    }

    /**
     * Adds an action.
     *
     * @throws IllegalArgumentException if its id or its key is taken
     */
    public void register(UserAction action) {
        for (UserAction other : actions.values()) {
            if (!Collections.disjoint(other.shortcuts(), action.shortcuts())) {
                throw new IllegalArgumentException(
                        "A key of " + action.id() + " belongs to " + other.id() + " already: " + action.shortcuts());
            }
        }
        if (actions.putIfAbsent(action.id(), action) != null) {
            throw new IllegalArgumentException("There is an action " + action.id() + " already.");
        }
    }

    public void registerAll(Collection<UserAction> more) {
        more.forEach(this::register);
    }

    public List<UserAction> all() {
        return List.copyOf(actions.values());
    }

    public Optional<UserAction> find(String id) {
        return Optional.ofNullable(actions.get(id));
    }

    /**
     * The actions that match, best first; equally good ones in the order they were registered. What was guessed comes last, and what cannot be done now counts less; what ends something comes
     * before other things only for whole words, and is never guessed. Without a query, what can be done.
     */
    public List<UserAction> matching(String query) {
        record Ranked(UserAction action, WordMatch match, boolean enabled) {}
        List<Ranked> ranked = new ArrayList<>();
        for (UserAction action : actions.values()) {
            boolean enabled = action.enabled().get();
            WordMatch match = WordMatch.of(query, action.title(), synonyms.apply(action));
            boolean offered = match.score() > 0 && !(match.loose() && action.destructive());
            if (offered && (enabled || !query.isBlank())) {
                ranked.add(new Ranked(action, match, enabled));
            }
        }
        ranked.sort(Comparator.<Ranked, Boolean>comparing(one -> one.match().loose())
                .thenComparing(one -> one.action().destructive() && !one.match().whole())
                .thenComparing(
                        one -> (one.enabled() ? 0 : NOT_NOW) - one.match().score()));
        return ranked.stream().map(Ranked::action).toList();
    }

    /** The action of a key, whether or not it can be done now. */
    Optional<UserAction> ofKey(KeyEvent event) {
        return actions.values().stream()
                .filter(action -> action.shortcuts().stream().anyMatch(key -> key.match(event)))
                .findFirst();
    }

    /** Runs the enabled action of a key; false if there is none. */
    boolean runFor(KeyEvent event) {
        return runWith(key -> key.match(event));
    }

    /** Runs the enabled action whose key stands for this character on a US keyboard; false if there is none. */
    boolean runForTyped(String character) {
        return runWith(key -> KeyNames.character(key).equals(character));
    }

    private boolean runWith(Predicate<KeyCombination> isMeant) {
        for (UserAction action : actions.values()) {
            if (action.enabled().get() && action.shortcuts().stream().anyMatch(isMeant)) {
                action.run().run();
                return true;
            }
        }
        return false;
    }
}
