package io.commerceroutes.pgsimulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.commerceroutes.pgsimulator.http.GatewayProblem;
import io.commerceroutes.pgsimulator.transaction.Outcome;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioReaderTest {
    private final ObjectMapper json = new ObjectMapper();
    private final ScenarioReader reader = new ScenarioReader(json, true);

    private Scenario read(String text) {
        try {
            return reader.read(json.readTree(text.replace('\'', '"')));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void no_field_at_all_is_the_gateway_that_exists() {
        Scenario scenario = read("{}");

        assertThat(scenario).isEqualTo(Scenario.standard(true));
        assertThat(scenario.requestFailureRate()).isEqualTo(0.4);
        assertThat(scenario.requestDelayMs()).isEqualTo(new MillisRange(100, 500));
        assertThat(scenario.settleDelayMs()).isEqualTo(new MillisRange(1_000, 5_000));
        assertThat(scenario.settlementConcurrency()).isEqualTo(8);
    }

    @Test
    void a_subset_leaves_the_rest_as_in_the_default() {
        Scenario scenario = read("{'requestFailureRate':1,'settleDelayMs':[0,60000],'seed':-5,'refunds':false}");

        assertThat(scenario.requestFailureRate()).isEqualTo(1);
        assertThat(scenario.settleDelayMs()).isEqualTo(new MillisRange(0, 60_000));
        assertThat(scenario.seed()).isEqualTo(-5);
        assertThat(scenario.refunds()).isFalse();
        assertThat(scenario.requestDelayMs()).isEqualTo(new MillisRange(100, 500));
    }

    @Test
    void the_fast_preset_has_no_delay_and_no_failure_and_fields_override_it() {
        Scenario scenario = read("{'preset':'fast','callbackLossRate':0.5}");

        assertThat(scenario.requestFailureRate()).isZero();
        assertThat(scenario.requestDelayMs()).isEqualTo(new MillisRange(0, 0));
        assertThat(scenario.outcomes()).isEqualTo(Map.of(Outcome.SUCCESS, BigDecimal.ONE));
        assertThat(scenario.callbackLossRate()).isEqualTo(0.5);
        assertThat(read("{'preset':'default'}")).isEqualTo(Scenario.standard(true));
    }

    @Test
    void what_is_shown_can_be_asked_for() throws JsonProcessingException {
        Scenario scenario = read("{'preset':'fast','outcomes':{'SUCCESS':0.7,'INVALID_CARD':3},'seed':9}");

        assertThat(read(json.writeValueAsString(scenario))).isEqualTo(scenario);
        assertThat(read("{'seed':null}").seed()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"true,1", "false,0", "0.25,0.25"})
    void what_is_not_called_a_rate_may_be_a_switch(String given, double rate) {
        Scenario scenario = read(
                "{'acceptedButFailed':%1$s,'acceptedButTimesOut':%1$s,'callbackDuplicates':%1$s}".formatted(given));

        assertThat(scenario.acceptedButFailed()).isEqualTo(rate);
        assertThat(scenario.acceptedButTimesOut()).isEqualTo(rate);
        assertThat(scenario.callbackDuplicates()).isEqualTo(rate);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'requestFailureRate':1.01}",
                "{'requestFailureRate':-0.1}",
                "{'requestFailureRate':'0.1'}",
                "{'requestFailureRate':true}",
                "{'requestDelayMs':[2,1]}",
                "{'requestDelayMs':[0]}",
                "{'requestDelayMs':100}",
                "{'settleDelayMs':[0,60001]}",
                "{'settleDelayMs':[-1,0]}",
                "{'settleDelayMs':[0.5,1]}",
                "{'outcomes':{}}",
                "{'outcomes':{'SUCCESS':0}}",
                "{'outcomes':{'SUCCESS':-1,'INVALID_CARD':2}}",
                "{'outcomes':{'SUCCESS':1e999}}",
                "{'outcomes':{'STOLEN':1}}",
                "{'acceptedButFailed':2}",
                "{'callbackLossRate':[]}",
                "{'callbackDuplicates':2}",
                "{'callbackReorder':0.5}",
                "{'forgedCallbackRate':true}",
                "{'amountMismatchRate':-1}",
                "{'capturedAmountMismatchRate':1.5}",
                "{'settlementConcurrency':0}",
                "{'settlementConcurrency':257}",
                "{'settlementConcurrency':1.5}",
                "{'outage':1}",
                "{'refunds':'no'}",
                "{'seed':1.5}",
                "{'seed':99999999999999999999}"
            })
    void a_value_out_of_range_is_refused_and_its_field_named(String text) {
        String field = text.substring(2, text.indexOf('\'', 2));

        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        GatewayProblem.class,
                        problem -> assertThat(problem.status()).isEqualTo(400))
                .hasMessageStartingWith(field + " must be ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'requestFailurerate':0}|requestFailurerate is not a field of a scenario",
                "{'unheardOf':null}|unheardOf is not a field of a scenario",
                "{'preset':'slow'}|preset must be default or fast",
                "[]|A scenario is a JSON object."
            })
    void what_is_no_scenario_is_refused(String text, String message) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(GatewayProblem.class).hasMessage(message);
    }
}
