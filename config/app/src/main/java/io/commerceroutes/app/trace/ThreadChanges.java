package io.commerceroutes.app.trace;

import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.EndpointAware;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.component.direct.DirectEndpoint;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/**
 * What is sent out of the routes may be answered on another thread, which then goes on with the route: takes the flow
 * along to it, and off both threads in the end.
 */
final class ThreadChanges implements InterceptStrategy {
    private final CurrentFlow current;

    ThreadChanges(CurrentFlow current) {
        this.current = current;
    }

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext context, NamedNode definition, Processor target, Processor nextTarget) {
        return target instanceof EndpointAware sending && !(sending.getEndpoint() instanceof DirectEndpoint)
                ? new Sending(target)
                : target;
    }

    private final class Sending extends DelegateAsyncProcessor {
        private Sending(Processor target) {
            super(target);
        }

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            boolean done = super.process(exchange, doneSync -> {
                if (doneSync) {
                    callback.done(true);
                } else {
                    goOn(exchange, callback);
                }
            });
            if (!done) {
                current.leave();
            }
            return done;
        }

        private void goOn(Exchange exchange, AsyncCallback callback) {
            RouteFlows.of(exchange).ifPresent(current::enter);
            try {
                callback.done(false);
            } finally {
                current.leave();
            }
        }
    }
}
