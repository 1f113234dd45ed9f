package io.commerceroutes.routes.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** The table of races in the README tells of the tests that there are, and of nothing else. */
class RacesTableTest {
    private static final int COLUMNS = 7;
    private static final String HEADING = "| race (test) | order | payment | stock | points | coupon | money |";

    @Test
    void every_race_has_a_row_and_every_row_a_test() throws IOException {
        Set<String> tests = Stream.of(CallbackRacesTest.class, ApprovalRacesTest.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method ->
                        method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class))
                .map(Method::getName)
                .collect(Collectors.toSet());

        assertThat(rows().stream().map(row -> row.getFirst().split("[: ]")[0]).filter(name -> name.contains("_")))
                .containsExactlyInAnyOrderElementsOf(tests);
    }

    @Test
    void every_row_says_what_becomes_of_order_payment_stock_points_coupon_and_money() throws IOException {
        assertThat(rows())
                .hasSizeGreaterThan(15)
                .allSatisfy(row -> assertThat(row).hasSize(COLUMNS).noneMatch(String::isBlank));
    }

    private static List<List<String>> rows() throws IOException {
        return Files.readAllLines(Path.of("README.md")).stream()
                .dropWhile(line -> !line.equals(HEADING))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList())
                .toList();
    }
}
