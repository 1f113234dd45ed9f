package io.commerceroutes.routes.order;

import static io.commerceroutes.routes.event.RelayOutboxRoute.WAKE_RELAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.routes.shop.Api.Reply;
import io.commerceroutes.routes.shop.CommerceFlowTest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceOrderBodyTest extends CommerceFlowTest {
    private static final String ORDERS = "/api/v1/orders";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "null",
                "{",
                "{\"items\":[",
                "[]",
                "7",
                "\"order\"",
                "true",
                "{} {}",
                "{\"items\":[],}",
                "{'items':[]}",
                "{\"usePoints\":1,\"usePoints\":2}",
                "{\"usePoints\":NaN}"
            })
    void what_is_no_json_object_is_malformed(String body) {
        refuses(api.post(ORDERS, body), "MALFORMED_REQUEST");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            items                  | {'payment':{'method':'POINT'}}
            items                  | {'items':[],'payment':{'method':'POINT'}}
            items                  | {'items':null,'payment':{'method':'POINT'}}
            items                  | {'items':{},'payment':{'method':'POINT'}}
            items                  | {'items':'11','payment':{'method':'POINT'}}
            items[0]               | {'items':[null],'payment':{'method':'POINT'}}
            items[0]               | {'items':[11],'payment':{'method':'POINT'}}
            items[0].productId     | {'items':[{'quantity':1}],'payment':{'method':'POINT'}}
            items[0].productId     | {'items':[{'productId':0,'quantity':1}],'payment':{'method':'POINT'}}
            items[0].productId     | {'items':[{'productId':-1,'quantity':1}],'payment':{'method':'POINT'}}
            items[0].productId     | {'items':[{'productId':1.0,'quantity':1}],'payment':{'method':'POINT'}}
            items[0].productId     | {'items':[{'productId':'11','quantity':1}],'payment':{'method':'POINT'}}
            items[0].productId     | {'items':[{'productId':true,'quantity':1}],'payment':{'method':'POINT'}}
            items[0].productId     | {'items':[{'productId':9223372036854775808,'quantity':1}],'payment':{'method':'POINT'}}
            items[0].productId     | {'items':[{'productId':1e400,'quantity':1}],'payment':{'method':'POINT'}}
            items[0].quantity      | {'items':[{'productId':11}],'payment':{'method':'POINT'}}
            items[0].quantity      | {'items':[{'productId':11,'quantity':0}],'payment':{'method':'POINT'}}
            items[0].quantity      | {'items':[{'productId':11,'quantity':-1}],'payment':{'method':'POINT'}}
            items[0].quantity      | {'items':[{'productId':11,'quantity':0.5}],'payment':{'method':'POINT'}}
            items[0].quantity      | {'items':[{'productId':11,'quantity':10001}],'payment':{'method':'POINT'}}
            items[0].quantity      | {'items':[{'productId':11,'quantity':2147483648}],'payment':{'method':'POINT'}}
            items[1].quantity      | {'items':[{'productId':11,'quantity':1},{'productId':11,'quantity':0}],'payment':{'method':'POINT'}}
            items[0].price         | {'items':[{'productId':11,'quantity':1,'price':1}],'payment':{'method':'POINT'}}
            issuedCouponId         | {'items':[{'productId':11,'quantity':1}],'issuedCouponId':0,'payment':{'method':'POINT'}}
            usePoints              | {'items':[{'productId':11,'quantity':1}],'usePoints':-1,'payment':{'method':'POINT'}}
            usePoints              | {'items':[{'productId':11,'quantity':1}],'usePoints':0.5,'payment':{'method':'POINT'}}
            userId                 | {'userId':2,'items':[{'productId':11,'quantity':1}],'payment':{'method':'POINT'}}
            payment                | {'items':[{'productId':11,'quantity':1}]}
            payment                | {'items':[{'productId':11,'quantity':1}],'payment':null}
            payment                | {'items':[{'productId':11,'quantity':1}],'payment':'POINT'}
            payment.method         | {'items':[{'productId':11,'quantity':1}],'payment':{}}
            payment.method         | {'items':[{'productId':11,'quantity':1}],'payment':{'method':'CASH'}}
            payment.method         | {'items':[{'productId':11,'quantity':1}],'payment':{'method':0}}
            payment.method         | {'items':[{'productId':11,'quantity':1}],'payment':{'method':''}}
            payment.cvv            | {'items':[{'productId':11,'quantity':1}],'payment':{'method':'POINT','cvv':'123'}}
            """)
    void a_field_that_is_not_acceptable_is_named(String field, String body) {
        Reply reply = api.post(ORDERS, body.replace('\'', '"'));

        refuses(reply, "VALIDATION_FAILED");
        assertThat(reply.<List<String>>at("$.errors[*].field")).containsExactly(field);
        assertThat(reply.<List<String>>at("$.errors[*].message")).doesNotContainNull();
    }

    @Test
    void every_field_that_is_not_acceptable_is_named_in_order() {
        Reply reply = api.post(ORDERS, """
                {"usePoints":-1,"items":[{"productId":11,"quantity":0}],"payment":{}}""");

        assertThat(reply.<List<String>>at("$.errors[*].field"))
                .containsExactly("items[0].quantity", "payment.method", "usePoints");
    }

    @Test
    void a_hundred_lines_are_taken_and_one_more_is_not() {
        assertThat(api.post(ORDERS, lines(100)).<String>at("$.code")).isEqualTo("PRODUCT_NOT_FOUND");
        Reply tooMany = api.post(ORDERS, lines(101));

        assertThat(tooMany.status()).isEqualTo(400);
        assertThat(tooMany.<List<String>>at("$.errors[*].field")).containsExactly("items");
    }

    private static String lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> "{\"productId\":%d,\"quantity\":1}".formatted(1_000 + index))
                .collect(Collectors.joining(",", "{\"items\":[", "],\"payment\":{\"method\":\"POINT\"}}"));
    }

    private void refuses(Reply reply, String code) {
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.header("Content-Type")).hasValue("application/problem+json");
        assertThat(reply.<String>at("$.code")).isEqualTo(code);
        assertThat(reply.body()).doesNotContain("Exception", "java", "io.commerceroutes");
        assertThat(journal().entries()).isEmpty();
        assertThat(waitingFor(WAKE_RELAY)).isZero();
    }
}
