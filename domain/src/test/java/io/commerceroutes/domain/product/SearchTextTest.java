package io.commerceroutes.domain.product;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {
    @ParameterizedTest
    @CsvSource({
        "' Aram  Mug\t1 ', aram mug 1",
        "노트북가방, 노트북가방",
        "\u1102\u1169\u1110\u1173, 노트",
        "ＭＵＧ　１, mug 1",
        "ΟΔΟΣ, οδοσ",
        "ﬁne, fine",
        "A\u00A0B, a b",
        "' ', ''",
        "'', ''"
    })
    void case_width_composition_and_blanks_do_not_matter(String written, String text) {
        assertThat(SearchText.of(written).text()).isEqualTo(text);
        assertThat(SearchText.of(written).isEmpty()).isEqualTo(text.isEmpty());
    }

    @Test
    void a_part_starts_at_each_character_that_is_no_blank() {
        assertThat(SearchText.of("Tea Cup").parts())
                .containsExactlyInAnyOrder("tea cup", "ea cup", "a cup", "cup", "up", "p");
    }

    @Test
    void parts_are_cut_at_20_characters_and_each_is_there_once() {
        assertThat(SearchText.of("x".repeat(30)).parts())
                .hasSize(20)
                .contains("x".repeat(20))
                .allMatch(part -> part.length() <= 20);
    }

    @Test
    void no_part_and_no_head_ends_in_a_blank() {
        SearchText text = SearchText.of("x".repeat(19) + " " + "x".repeat(19));

        assertThat(text.parts()).noneMatch(part -> part.endsWith(" ")).contains("x".repeat(19));
        assertThat(text.head()).isEqualTo("x".repeat(19));
    }

    @Test
    void a_character_outside_of_the_basic_plane_is_one_and_stays_whole() {
        assertThat(SearchText.of("🍵tea").parts()).containsExactlyInAnyOrder("🍵tea", "tea", "ea", "a");
        assertThat(SearchText.of("🍵".repeat(21)).head()).isEqualTo("🍵".repeat(20));
    }

    @Test
    void a_name_of_ligatures_is_searched_by_its_first_400_characters() {
        assertThat(SearchText.of("\uFDFA".repeat(200)).text().length())
                .isLessThanOrEqualTo(SearchText.TEXT_CHARS_MAX)
                .isGreaterThan(390);
    }

    @Property
    void what_a_name_contains_is_what_one_of_its_parts_begins_with(
            @ForAll @StringLength(min = 1, max = 60) String written,
            @ForAll @IntRange(max = 59) int start,
            @ForAll @IntRange(min = 1, max = 60) int chars) {
        SearchText name = SearchText.of(written);
        int from = Math.min(start, name.text().length());
        SearchText term = new SearchText(name.text()
                .substring(from, Math.min(name.text().length(), from + chars))
                .strip());
        if (!term.isEmpty() && !Character.isLowSurrogate(term.text().charAt(0))) {
            String head = term.head();
            assertThat(name.parts()).anyMatch(part -> part.startsWith(head));
        }
    }

    @Property
    void making_it_twice_changes_nothing(@ForAll @StringLength(max = 60) String written) {
        SearchText once = SearchText.of(written);

        assertThat(SearchText.of(once.text())).isEqualTo(once);
    }
}
