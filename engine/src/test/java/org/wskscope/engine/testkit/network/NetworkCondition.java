package org.wskscope.engine.testkit.network;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.support.ParameterInfo;
import org.junit.platform.commons.support.AnnotationSupport;

/** Leaves tests out on the network that cannot show them. */
final class NetworkCondition implements ExecutionCondition {
    private static final ConditionEvaluationResult SHOWN = ConditionEvaluationResult.enabled("this network shows it");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<String> memory = AnnotationSupport.findAnnotation(context.getElement(), OnlyInMemory.class)
                .map(OnlyInMemory::value);
        Optional<String> netty = AnnotationSupport.findAnnotation(context.getElement(), OnlyOnNetty.class)
                .map(OnlyOnNetty::value);
        Object network = network(context);
        Optional<String> reason =
                network == Network.NETTY ? memory : network == Network.MEMORY ? netty : Optional.empty();
        return reason.map(ConditionEvaluationResult::disabled).orElse(SHOWN);
    }

    private static Object network(ExtensionContext context) {
        ParameterInfo parameters = ParameterInfo.get(context);
        return parameters == null ? "none" : parameters.getArguments().get(0);
    }
}
