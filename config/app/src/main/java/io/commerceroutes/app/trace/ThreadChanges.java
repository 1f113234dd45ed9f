package io.commerceroutes.app.trace;

import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.EndpointAware;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.component.direct.DirectEndpoint;
import org.apache.camel.processor.MulticastProcessor;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/**
 * What is sent out of the routes may be answered on another thread, and the last of parallel parts be done on one, which
 * then goes on with the route: takes the flow along to it, and off both threads in the end.
 */
final class ThreadChanges implements InterceptStrategy {
    private final CurrentFlow current;

    ThreadChanges(CurrentFlow current) {
        this.current = current;
    }

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext context, NamedNode definition, Processor target, Processor nextTarget) {
        if (target instanceof EndpointAware sending && !(sending.getEndpoint() instanceof DirectEndpoint)) {
            return new Sending(target);
        }
        return target instanceof MulticastProcessor parts && parts.isParallelProcessing()
                ? new Parting(target)
                : target;
    }

    private final class Sending extends DelegateAsyncProcessor {
        private Sending(Processor target) {
            super(target);
        }

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            return leavingUnlessDone(super.process(exchange, doneSync -> {
                if (doneSync) {
                    callback.done(true);
                } else {
                    goOn(exchange, callback);
                }
            }));
        }

        private void goOn(Exchange exchange, AsyncCallback callback) {
            enter(exchange);
            try {
                callback.done(false);
            } finally {
                current.leave();
            }
        }
    }

    private final class Parting extends DelegateAsyncProcessor {
        private Parting(Processor target) {
            super(target);
        }

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            return leavingUnlessDone(super.process(exchange, doneSync -> {
                if (!doneSync) {
                    // What follows only waits for its turn on this thread, which its end will leave.
                    enter(exchange);
                }
                callback.done(doneSync);
            }));
        }
    }

    private void enter(Exchange exchange) {
        RouteFlows.of(exchange).ifPresent(current::enter);
    }

    private boolean leavingUnlessDone(boolean isDone) {
        if (!isDone) {
            current.leave();
        }
        return isDone;
    }
}
