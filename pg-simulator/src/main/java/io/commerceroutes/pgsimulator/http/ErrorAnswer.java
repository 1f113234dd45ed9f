package io.commerceroutes.pgsimulator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.CharConversionException;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.NoTypeConversionAvailableException;
import org.apache.camel.Processor;
import org.apache.camel.util.ObjectHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns the failure of an exchange into its envelope. */
class ErrorAnswer implements Processor {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswer.class);

    @Override
    public void process(Exchange exchange) {
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        GatewayProblem problem = problemOf(exchange.getFromRouteId(), failure);
        Message answer = exchange.getMessage();
        answer.removeHeaders("*");
        problem.allow().ifPresent(allow -> answer.setHeader("Allow", allow));
        Answer.with(exchange, problem.status(), Envelope.failure(problem.status(), problem.getMessage()));
    }

    static GatewayProblem problemOf(String routeId, Throwable failure) {
        for (Throwable cause : ObjectHelper.createExceptionIterable(failure)) {
            if (cause instanceof GatewayProblem problem) {
                return problem;
            }
            if (cause instanceof JsonProcessingException
                    || cause instanceof CharConversionException
                    || cause instanceof NoTypeConversionAvailableException missing && missing.getValue() == null) {
                return GatewayProblem.badRequest("The body is not a JSON object.");
            }
        }
        LOG.error("{} failed: {}", routeId, summary(failure));
        return new GatewayProblem(500, "The gateway has failed.");
    }

    /** Kinds and places of a failure and its causes; their messages might quote the request, and a card number with it. */
    private static String summary(Throwable failure) {
        return StreamSupport.stream(
                        ObjectHelper.createExceptionIterable(failure).spliterator(), false)
                .map(cause -> cause.getClass().getName() + " at " + place(cause))
                .collect(Collectors.joining(", around "));
    }

    private static String place(Throwable cause) {
        return cause.getStackTrace().length == 0 ? "?" : cause.getStackTrace()[0].toString();
    }
}
