package io.commerceroutes.routes.diagram;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.model.CatchDefinition;
import org.apache.camel.model.ChoiceDefinition;
import org.apache.camel.model.CircuitBreakerDefinition;
import org.apache.camel.model.FilterDefinition;
import org.apache.camel.model.FinallyDefinition;
import org.apache.camel.model.IdempotentConsumerDefinition;
import org.apache.camel.model.OptionalIdentifiedDefinition;
import org.apache.camel.model.OtherwiseDefinition;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.SendDefinition;
import org.apache.camel.model.TransactedDefinition;
import org.apache.camel.model.TryDefinition;
import org.apache.camel.model.WhenDefinition;

/** One route as a flow chart in Mermaid, drawn from its model: each step by its id, each branch by its condition's. */
final class RouteDiagram {
    private static final String ALWAYS = "";

    private final StringBuilder lines = new StringBuilder("flowchart TD\n");
    private int nodes;

    private RouteDiagram() {}

    /** Where the next step's arrow comes from, and what stands on it. */
    private record Exit(String node, String label) {}

    static String of(RouteDefinition route) {
        RouteDiagram diagram = new RouteDiagram();
        String from = diagram.node(List.of(), "([", address(route.getInput().getEndpointUri()), "])");
        diagram.draw(route.getOutputs(), List.of(new Exit(from, ALWAYS)));
        return diagram.lines.toString();
    }

    private List<Exit> draw(List<ProcessorDefinition<?>> steps, List<Exit> before) {
        List<Exit> exits = before;
        for (ProcessorDefinition<?> step : steps) {
            // What holds for the whole route is no step: error handlers, and the like.
            if (step instanceof TransactedDefinition || !step.isAbstract()) {
                exits = draw(step, exits);
            }
        }
        return exits;
    }

    private List<Exit> draw(ProcessorDefinition<?> step, List<Exit> before) {
        String node = step instanceof ChoiceDefinition || step instanceof FilterDefinition
                ? node(before, "{", name(step), "}")
                : node(before, "[", label(step), "]");
        return switch (step) {
            case ChoiceDefinition choice -> choose(node, choice);
            case FilterDefinition filter -> inside(node, "yes", filter.getOutputs(), "no");
            case IdempotentConsumerDefinition once -> inside(node, "new", once.getOutputs(), "known");
            case CircuitBreakerDefinition breaker -> tryTo(node, breaker);
            case TryDefinition attempt -> tryTo(node, attempt);
            default -> around(node, step);
        };
    }

    private List<Exit> choose(String node, ChoiceDefinition choice) {
        List<Exit> exits = new ArrayList<>();
        for (WhenDefinition when : choice.getWhenClauses()) {
            exits.addAll(draw(when.getOutputs(), List.of(new Exit(node, branch(when)))));
        }
        OtherwiseDefinition otherwise = choice.getOtherwise();
        exits.addAll(
                otherwise == null
                        ? List.of(new Exit(node, "otherwise"))
                        : draw(otherwise.getOutputs(), List.of(new Exit(node, branch(otherwise)))));
        return exits;
    }

    /** What is done under a condition; without it the step behind that comes next. */
    private List<Exit> inside(String node, String in, List<ProcessorDefinition<?>> steps, String past) {
        List<Exit> exits = new ArrayList<>(draw(steps, List.of(new Exit(node, in))));
        exits.add(new Exit(node, past));
        return exits;
    }

    private List<Exit> tryTo(String node, CircuitBreakerDefinition breaker) {
        List<Exit> exits = new ArrayList<>(draw(breaker.getOutputs(), List.of(new Exit(node, ALWAYS))));
        if (breaker.getOnFallback() != null) {
            exits.addAll(draw(breaker.getOnFallback().getOutputs(), List.of(new Exit(node, "fallback"))));
        }
        return exits;
    }

    private List<Exit> tryTo(String node, TryDefinition attempt) {
        List<Exit> exits = new ArrayList<>(draw(attempt.getOutputsWithoutCatches(), List.of(new Exit(node, ALWAYS))));
        for (CatchDefinition failure : attempt.getCatchClauses()) {
            exits.addAll(draw(failure.getOutputs(), List.of(new Exit(node, failures(failure)))));
        }
        FinallyDefinition last = attempt.getFinallyClause();
        return last == null ? exits : draw(last.getOutputs(), exits);
    }

    /** A step with others inside: they are done for each part, or in one transaction, and then the route goes on. */
    private List<Exit> around(String node, ProcessorDefinition<?> step) {
        return step.getOutputs().isEmpty()
                ? List.of(new Exit(node, ALWAYS))
                : draw(step.getOutputs(), List.of(new Exit(node, ALWAYS)));
    }

    /** Draws a node with an arrow to it from each exit, and answers its name. */
    private String node(List<Exit> before, String open, String label, String close) {
        String name = "n" + ++nodes;
        String node = "%s%s\"%s\"%s".formatted(name, open, label, close);
        lines.append(before.isEmpty() ? "    " + node + "\n" : "");
        for (Exit exit : before) {
            String word = exit.label().isEmpty() ? "" : "|%s|".formatted(exit.label());
            lines.append("    %s -->%s %s\n".formatted(exit.node(), word, node));
            node = name;
        }
        return name;
    }

    private static String label(ProcessorDefinition<?> step) {
        return step instanceof SendDefinition<?> send
                ? "%s<br>to %s".formatted(name(step), address(send.getEndpointUri()))
                : name(step);
    }

    private static String failures(CatchDefinition failure) {
        return String.join(
                ", ",
                failure.getExceptions().stream()
                        .map(name -> name.substring(name.lastIndexOf('.') + 1))
                        .toList());
    }

    private static String branch(OptionalIdentifiedDefinition<?> clause) {
        return clause.hasCustomIdAssigned() ? clause.getId() : clause.getShortName();
    }

    private static String name(OptionalIdentifiedDefinition<?> step) {
        return step.hasCustomIdAssigned() ? step.getId() : step.getShortName();
    }

    /** Without its options. */
    private static String address(String uri) {
        return uri.replaceFirst("\\?.*", "").replace("://", ":");
    }
}
