package io.commerceroutes.local.browser;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test a visit of its own, in a browser that its class starts: a browser is for one thread only. What a test
 * saw when it failed is kept as a picture.
 */
final class Visits implements ParameterResolver, AfterTestExecutionCallback {
    private static final Namespace VISITS = Namespace.create(Visits.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Visit.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Chromium chromium = store(test.getParent().orElseThrow())
                .getOrComputeIfAbsent(Chromium.class, key -> new Chromium(), Chromium.class);
        return store(test).getOrComputeIfAbsent(Visit.class, key -> chromium.visit(), Visit.class);
    }

    @Override
    public void afterTestExecution(ExtensionContext test) {
        Visit visit = store(test).get(Visit.class, Visit.class);
        if (visit != null && test.getExecutionException().isPresent()) {
            visit.picture("failed-" + test.getRequiredTestMethod().getName());
        }
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(VISITS);
    }
}
