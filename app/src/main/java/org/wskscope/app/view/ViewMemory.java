package org.wskscope.app.view;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** Numbers a view wants to find again at the next start, by name, such as the widths of its columns. FX thread. */
public interface ViewMemory {
    OptionalDouble number(String name);

    /** Keeps the number; forgets the one there was when it is empty. */
    void keep(String name, OptionalDouble number);

    /** A memory that ends with the program. */
    static ViewMemory brief() {
        Map<String, Double> numbers = new HashMap<>();
        return new ViewMemory() {
            @Override
            public OptionalDouble number(String name) {
                Double number = numbers.get(name);
                return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
            }

            @Override
            public void keep(String name, OptionalDouble number) {
                numbers.remove(name);
                number.ifPresent(value -> numbers.put(name, value));
            }
        };
    }
}
