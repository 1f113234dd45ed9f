package io.commerceroutes.app.trace;

import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultAsyncProducer;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultEndpoint;

/** Answers each send on another thread, which goes on with the route; tells what is left on that thread afterwards. */
final class LaterComponent extends DefaultComponent {
    private final Queue<Optional<Flow>> left;
    private final CurrentFlow current;

    LaterComponent(Queue<Optional<Flow>> left, CurrentFlow current) {
        this.left = left;
        this.current = current;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        return new DefaultEndpoint(uri, this) {
            @Override
            public Producer createProducer() {
                return producer(this);
            }

            @Override
            public Consumer createConsumer(Processor processor) {
                throw new UnsupportedOperationException("Only sends");
            }
        };
    }

    private Producer producer(Endpoint endpoint) {
        return new DefaultAsyncProducer(endpoint) {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                Thread.ofPlatform().start(() -> {
                    callback.done(false);
                    left.add(current.get());
                });
                return false;
            }
        };
    }
}
