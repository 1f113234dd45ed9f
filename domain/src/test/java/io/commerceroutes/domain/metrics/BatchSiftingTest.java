package io.commerceroutes.domain.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BatchSiftingTest {

    @Property(tries = 300)
    void exactly_the_guilty_records_are_refused_and_all_others_pass_once(
            @ForAll @IntRange(max = 200) int size, @ForAll Set<@IntRange(max = 199) Integer> guilty) {
        BatchSifting<Integer> sifting =
                new BatchSifting<>(IntStream.range(0, size).boxed().toList());
        List<Integer> passed = new ArrayList<>();

        while (sifting.hasPart()) {
            List<Integer> part = sifting.takePart();
            if (part.stream().anyMatch(guilty::contains)) {
                sifting.refuse();
            } else {
                passed.addAll(part);
            }
        }

        assertThat(sifting.refused())
                .containsExactlyElementsOf(IntStream.range(0, size)
                        .boxed()
                        .filter(guilty::contains)
                        .toList());
        assertThat(passed).hasSize(size - sifting.refused().size()).doesNotHaveDuplicates();
    }

    @Test
    void a_part_is_repeated_without_what_was_counted_before() {
        BatchSifting<String> sifting = new BatchSifting<>(List.of("old", "new"));

        sifting.takePart();
        sifting.repeatWithout("old"::equals);

        assertThat(sifting.takePart()).containsExactly("new").isEqualTo(sifting.part());
        assertThat(sifting.dropped()).isOne();
        assertThat(sifting.hasPart()).isFalse();
    }

    @Test
    void a_part_that_was_counted_completely_is_not_repeated() {
        BatchSifting<String> sifting = new BatchSifting<>(List.of("old"));

        sifting.takePart();
        sifting.repeatWithout(all -> true);

        assertThat(sifting.hasPart()).isFalse();
    }

    @Test
    void it_gives_up_on_a_store_that_never_accepts_nor_refuses() {
        BatchSifting<String> sifting = new BatchSifting<>(List.of("one"));
        int partsMax = 5;
        for (int part = 0; part < partsMax; part++) {
            sifting.takePart();
            sifting.repeatWithout(none -> false);
        }

        assertThatThrownBy(sifting::takePart)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("5 parts");
    }
}
