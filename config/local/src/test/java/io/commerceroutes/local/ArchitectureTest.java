package io.commerceroutes.local;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.commerceroutes.domain.order.Cancellation;
import io.commerceroutes.routes.http.ApiErrors;
import org.apache.camel.builder.RouteBuilder;

/** What each room may use: all that is named here and nothing else. */
@AnalyzeClasses(packages = "io.commerceroutes", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String OURS = "io.commerceroutes..";
    private static final String DOMAIN = "io.commerceroutes.domain..";
    private static final String ROUTES = "io.commerceroutes.routes..";
    private static final String ADAPTERS = "io.commerceroutes.adapters..";
    private static final String APP = "io.commerceroutes.app..";
    private static final String LOCAL = "io.commerceroutes.local..";
    private static final String EMBEDDED = "io.commerceroutes.embedded..";
    private static final String SIMULATOR = "io.commerceroutes.pgsimulator..";
    private static final String DRILLS = "io.commerceroutes.drills..";

    @ArchTest
    static final ArchRule the_domain_uses_only_java = classes()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(DOMAIN, "java..");

    @ArchTest
    static final ArchRule routes_use_the_domain_and_camel = classes()
            .that()
            .resideInAPackage(ROUTES)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    ROUTES,
                    DOMAIN,
                    "java..",
                    "javax.crypto..",
                    "org.apache.camel..",
                    "com.fasterxml.jackson..",
                    "jakarta.validation..",
                    "org.slf4j..");

    @ArchTest
    static final ArchRule neither_domain_nor_routes_speak_to_a_database = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN, ROUTES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule adapters_use_the_domain_and_storage = classes()
            .that()
            .resideInAPackage(ADAPTERS)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    ADAPTERS,
                    DOMAIN,
                    "java..",
                    "javax.crypto..",
                    "javax.sql..",
                    "com.github.benmanes.caffeine..",
                    "io.github.resilience4j.bulkhead..",
                    "io.github.resilience4j.circuitbreaker..",
                    "io.github.resilience4j.core.exception..",
                    "jakarta.persistence..",
                    "org.hibernate.annotations..",
                    "org.springframework..",
                    "org.apache.camel",
                    "org.apache.camel.spi",
                    "org.apache.camel.support.service",
                    "org.apache.kafka.clients..",
                    "org.apache.kafka.common..",
                    "com.fasterxml.jackson..",
                    "com.fasterxml.uuid..",
                    "org.slf4j..");

    @ArchTest
    static final ArchRule the_application_knows_nothing_of_one_machine = noClasses()
            .that()
            .resideInAPackage(APP)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(EMBEDDED, SIMULATOR, LOCAL);

    @ArchTest
    static final ArchRule the_embedded_servers_use_nothing_of_ours = noClasses()
            .that()
            .resideInAPackage(EMBEDDED)
            .should()
            .dependOnClassesThat(resideInAPackage(OURS).and(not(resideInAPackage(EMBEDDED))));

    @ArchTest
    static final ArchRule the_simulator_uses_nothing_of_ours = noClasses()
            .that()
            .resideInAPackage(SIMULATOR)
            .should()
            .dependOnClassesThat(resideInAPackage(OURS).and(not(resideInAPackage(SIMULATOR))));

    @ArchTest
    static final ArchRule only_the_local_run_and_the_drills_use_the_embedded_servers = noClasses()
            .that()
            .resideOutsideOfPackages(EMBEDDED, LOCAL, DRILLS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(EMBEDDED);

    @ArchTest
    static final ArchRule nobody_needs_the_drills = noClasses()
            .that()
            .resideOutsideOfPackage(DRILLS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(DRILLS);

    @ArchTest
    static final ArchRule every_route_lives_with_the_routes =
            classes().that().areAssignableTo(RouteBuilder.class).should().resideInAnyPackage(ROUTES, SIMULATOR);

    /** What a canceled order held is given back by those who own it; that is the only way back. */
    @ArchTest
    static final ArchRule the_domains_nouns_are_free_of_cycles = slices().matching("io.commerceroutes.domain.(*)..")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(alwaysTrue(), nameMatching(Cancellation.class.getName()));

    /** The one list of errors names all exceptions that it answers. */
    @ArchTest
    static final ArchRule the_routes_nouns_are_free_of_cycles = slices().matching("io.commerceroutes.routes.(*)..")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(nameMatching(ApiErrors.class.getName()), alwaysTrue());

    @ArchTest
    static final ArchRule the_adapters_nouns_are_free_of_cycles =
            slices().matching("io.commerceroutes.adapters.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule names_say_what_a_class_is =
            noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl)(\\$.*)?");
}
