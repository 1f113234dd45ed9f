package io.commerceroutes.app.commerce;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.commerceroutes.adapters.product.JdbcCatalogueReads;
import io.commerceroutes.adapters.storefront.CachedStorefront;
import io.commerceroutes.adapters.storefront.RedisViewedProducts;
import io.commerceroutes.adapters.storefront.StorefrontCaches;
import io.commerceroutes.domain.product.CatalogueReads;
import io.commerceroutes.domain.product.ViewedProducts;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cache.caffeine.CaffeineCacheManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.cache.RedisCacheManager;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is remembered of products: by this process, and in Redis by all instances. Metrics name the two so, too. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CacheProperties.class)
class CommerceCache {
    @Bean
    CaffeineCacheManager processCacheManager(CacheProperties settings) {
        return StorefrontCaches.inProcess(settings.storefront());
    }

    @Bean
    RedisCacheManager redisCacheManager(RedisConnectionFactory connections, CacheProperties settings) {
        return StorefrontCaches.inRedis(connections, settings.storefront());
    }

    /**
     * As the pool of those who write, but each statement stands alone: in the other one each would be followed by a
     * rollback. And those who read never take a connection from those who order.
     */
    @Bean(defaultCandidate = false)
    DataSource storefrontDataSource(DataSource dataSource, CacheProperties settings) throws SQLException {
        HikariConfig pool = new HikariConfig();
        dataSource.unwrap(HikariDataSource.class).copyStateTo(pool);
        pool.setPoolName(pool.getPoolName() + "-storefront");
        pool.setMaximumPoolSize(settings.lists().lookUpsMax() + settings.lists().readingsMax());
        pool.setMinimumIdle(1);
        pool.setAutoCommit(true);
        return new HikariDataSource(pool);
    }

    @Bean
    BulkheadRegistry bulkheads() {
        return BulkheadRegistry.ofDefaults();
    }

    @Bean
    MeterBinder bulkheadMetrics(BulkheadRegistry bulkheads) {
        return TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads);
    }

    @Bean
    JdbcCatalogueReads catalogueReads(
            @Qualifier("storefrontDataSource") DataSource storefrontDataSource,
            BulkheadRegistry bulkheads,
            CacheProperties settings) {
        return new JdbcCatalogueReads(new JdbcTemplate(storefrontDataSource), bulkheads, settings.lists());
    }

    @Bean
    CachedStorefront storefront(
            CatalogueReads catalogue,
            CaffeineCacheManager processCacheManager,
            RedisCacheManager redisCacheManager,
            CircuitBreaker redisBreaker,
            CacheProperties settings) {
        return new CachedStorefront(
                catalogue, processCacheManager, redisCacheManager, redisBreaker, settings.storefront());
    }

    @Bean
    ViewedProducts viewedProducts(
            StringRedisTemplate redis, CircuitBreaker redisBreaker, Clock clock, CacheProperties settings) {
        return new RedisViewedProducts(
                redis, redisBreaker, clock, settings.storefront().keyPrefix(), settings.viewedProductsMax());
    }

    @Bean
    WarmUp warmUp(CachedStorefront storefront, ViewedProducts viewed, CacheProperties settings) {
        return new WarmUp(storefront, viewed, settings.warmUp());
    }
}
