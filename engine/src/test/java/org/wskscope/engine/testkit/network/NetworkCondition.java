package org.wskscope.engine.testkit.network;

import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterInfo;
import org.junit.platform.commons.support.AnnotationSupport;

/** Leaves tests out on the network that cannot show them, and on all but {@code -Dwskscope.network} where that is given: mutants are judged in memory. */
final class NetworkCondition implements ExecutionCondition {
    private static final ConditionEvaluationResult SHOWN = ConditionEvaluationResult.enabled("this network shows it");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return networkOf(context)
                .flatMap(network -> unwanted(network)
                        .or(() -> reason(context.getElement(), network))
                        .or(() -> reason(context.getTestClass(), network)))
                .map(ConditionEvaluationResult::disabled)
                .orElse(SHOWN);
    }

    /** What the class was made with; a method with parameters of its own hides that, so it is looked for further out. */
    private static Optional<Network> networkOf(ExtensionContext context) {
        ParameterInfo parameters = ParameterInfo.get(context);
        if (parameters != null && parameters.getArguments().get(0) instanceof Network network) {
            return Optional.of(network);
        }
        return context.getParent().flatMap(NetworkCondition::networkOf);
    }

    private static Optional<String> unwanted(Network network) {
        String wanted = System.getProperty("wskscope.network", network.toString());
        return wanted.equals(network.toString()) ? Optional.empty() : Optional.of("only " + wanted + " was asked for");
    }

    private static Optional<String> reason(Optional<? extends AnnotatedElement> element, Network network) {
        return network == Network.NETTY
                ? AnnotationSupport.findAnnotation(element, OnlyInMemory.class).map(OnlyInMemory::value)
                : AnnotationSupport.findAnnotation(element, OnlyOnNetty.class).map(OnlyOnNetty::value);
    }
}
