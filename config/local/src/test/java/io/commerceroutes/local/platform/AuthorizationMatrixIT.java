package io.commerceroutes.local.platform;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** Every endpoint of both roles, as their documents list them, against everybody who must not pass. */
@OnSharedApi
@OnSharedCollector
class AuthorizationMatrixIT {
    private final RunningApi api;
    private final RunningCollector collector;

    AuthorizationMatrixIT(RunningApi api, RunningCollector collector) {
        this.api = api;
        this.collector = collector;
    }

    @TestFactory
    Stream<DynamicContainer> commerce_api() {
        return new AuthorizationMatrix(
                        api.shop(),
                        new TestTokens(api.keys()),
                        Resources.of(api),
                        api.customer(1_000_000),
                        api.customer(1_000_000))
                .tests();
    }

    @TestFactory
    Stream<DynamicContainer> commerce_collector() {
        return new AuthorizationMatrix(
                        collectorClient(), new TestTokens(collector.keys()), Resources.ofCollector(), 1, 2)
                .tests();
    }

    private ShopClient collectorClient() {
        return new ShopClient(TestPlatform.baseUrl(collector.context()));
    }
}
