package io.commerceroutes.routes;

import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** The names of all route builders there are, whether or not a test loads them. */
public final class WrittenFlows {
    private static final String ROOM = WrittenFlows.class.getPackageName() + ".";
    private static final List<String> COLLECTORS_NOUNS =
            List.of(ROOM + "metrics.", ROOM + "ranking.", ROOM + "recount.");

    private WrittenFlows() {}

    public static List<String> ofTheCollector() {
        return all().stream().filter(WrittenFlows::isOfTheCollector).toList();
    }

    /** Also those that both sides use. */
    public static List<String> ofTheTransactionSide() {
        return all().stream().filter(name -> !isOfTheCollector(name)).toList();
    }

    private static boolean isOfTheCollector(String name) {
        return COLLECTORS_NOUNS.stream().anyMatch(name::startsWith);
    }

    private static List<String> all() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(RouteBuilder.class));
        return scanner.findCandidateComponents(ROOM.replace('.', '/')).stream()
                .map(BeanDefinition::getBeanClassName)
                .toList();
    }
}
