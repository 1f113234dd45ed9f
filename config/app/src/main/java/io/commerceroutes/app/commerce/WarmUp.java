package io.commerceroutes.app.commerce;

import io.commerceroutes.adapters.storefront.CachedStorefront;
import io.commerceroutes.domain.product.ProductQuery;
import io.commerceroutes.domain.product.ProductSort;
import io.commerceroutes.domain.product.ViewedProducts;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Has at hand what most customers ask for first, before the instance is ready: the first page in each order, and the
 * cards of the most viewed products. What takes longer than it may goes on beside the requests; what fails is left.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
class WarmUp implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private final CachedStorefront storefront;
    private final ViewedProducts viewed;
    private final CacheProperties.WarmUp settings;

    WarmUp(CachedStorefront storefront, ViewedProducts viewed, CacheProperties.WarmUp settings) {
        this.storefront = storefront;
        this.viewed = viewed;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments args) throws InterruptedException {
        Thread warming = Thread.ofVirtual().name("warm-up").start(this::warmUp);
        if (!warming.join(settings.durationMax())) {
            LOG.warn("The caches are not warm yet after {}", settings.durationMax());
        }
    }

    private void warmUp() {
        try {
            for (ProductSort sort : ProductSort.values()) {
                storefront.list(new ProductQuery(Optional.empty(), Optional.empty(), sort, 0, settings.pageSize()));
            }
            List<Long> mostViewed = viewed.mostViewed(settings.productsMax());
            storefront.keepCards(mostViewed);
            LOG.info("The caches are warm: first pages, and {} of the most viewed products", mostViewed.size());
        } catch (RuntimeException failure) {
            LOG.warn("The caches could not be warmed up: {}", failure.toString());
        }
    }
}
