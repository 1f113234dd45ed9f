package io.commerceroutes.app.commerce;

import io.commerceroutes.adapters.product.ReadingSettings;
import io.commerceroutes.adapters.storefront.StorefrontSettings;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What is remembered of products: see {@link StorefrontSettings} and {@link ReadingSettings}.
 *
 * @param viewedProductsMax products whose views of a day are remembered
 */
@ConfigurationProperties("commerce.cache")
public record CacheProperties(
        StorefrontSettings storefront, ReadingSettings lists, WarmUp warmUp, int viewedProductsMax) {
    /**
     * What is loaded before an instance is ready.
     *
     * @param pageSize of the first page in each order
     * @param productsMax how many of the most viewed products
     * @param durationMax after this the instance is ready all the same
     */
    public record WarmUp(int pageSize, int productsMax, Duration durationMax) {}
}
