package io.commerceroutes.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.jolokia.server.core.util.HttpMethod;
import org.jolokia.server.core.util.RequestType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsolePolicyTest {
    private static final String ROUTE = "org.apache.camel:context=commerce-api,type=routes,name=\"place-order\"";
    private static final String CONTEXT = "org.apache.camel:context=commerce-api,type=context,name=\"commerce-api\"";

    private final ConsolePolicy policy = new ConsolePolicy();

    @ParameterizedTest
    @ValueSource(strings = {"start", "start()", "stop", "stop()", "stop(long)", "suspend()", "resume()"})
    void routes_are_started_and_stopped(String operation) throws Exception {
        assertThat(policy.isOperationAllowed(name(ROUTE), operation)).isTrue();
        assertThat(policy.isOperationAllowed(name(CONTEXT), operation)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ROUTE + "|remove()",
                ROUTE + "|updateRouteFromXml(java.lang.String)",
                ROUTE + "|stopAndFail()",
                CONTEXT + "|sendBody(java.lang.String,java.lang.Object)",
                CONTEXT + "|addOrUpdateRoutesFromXml(java.lang.String)",
                "org.apache.camel:context=commerce-api,type=endpoints,name=\"seda://publish-view\"|browseAllMessagesAsXml(java.lang.Boolean)",
                "org.apache.camel:context=commerce-api,type=tracer,name=BacklogTracer|dumpAllTracedMessagesAsXml()",
                "java.lang:type=Memory|gc()",
                "com.sun.management:type=HotSpotDiagnostic|dumpHeap(java.lang.String,boolean)",
                "hawtio:type=Other|canInvoke(java.lang.String)",
            })
    void nothing_else_is_called(String bean, String operation) throws Exception {
        assertThat(policy.isOperationAllowed(name(bean), operation)).isFalse();
    }

    @Test
    void diagrams_are_drawn_of_what_is_only_read() throws Exception {
        assertThat(policy.isOperationAllowed(name(CONTEXT), "dumpRoutesAsXml()"))
                .isTrue();
        assertThat(policy.isOperationAllowed(name(ROUTE), "dumpRouteStatsAsXml(boolean,boolean)"))
                .isTrue();
        assertThat(policy.isAttributeReadAllowed(name(ROUTE), "State")).isTrue();
        assertThat(policy.isAttributeWriteAllowed(name(ROUTE), "Tracing")).isFalse();
        assertThat(policy.isTypeAllowed(RequestType.WRITE)).isFalse();
        assertThat(policy.isTypeAllowed(RequestType.READ)).isTrue();
    }

    @Test
    void what_may_hold_secrets_is_not_shown() throws Exception {
        ObjectName runtime = name("java.lang:type=Runtime");

        assertThat(policy.isAttributeReadAllowed(runtime, "Uptime")).isTrue();
        assertThat(policy.isAttributeReadAllowed(runtime, "SystemProperties")).isFalse();
        assertThat(policy.isAttributeReadAllowed(runtime, "InputArguments")).isFalse();
        assertThat(policy.isObjectNameHidden(name("com.zaxxer.hikari:type=Pool (commerce)")))
                .isTrue();
    }

    @Test
    void no_other_site_makes_a_browser_ask() {
        assertThat(policy.isHttpMethodAllowed(HttpMethod.GET)).isFalse();
        assertThat(policy.isHttpMethodAllowed(HttpMethod.POST)).isTrue();
        assertThat(policy.isOriginAllowed("https://evil.example.com", false)).isFalse();
    }

    private static ObjectName name(String text) throws MalformedObjectNameException {
        return new ObjectName(text);
    }
}
