package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.app.Role;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How long 16 readers wait for lists and details of 100,000 products over HTTP, each asking again at once; no more than
 * one in a hundred of a kind may take 50 ms. Not part of the build, and to be run by an optimizing JVM whose heap has
 * room for what a request leaves behind:
 * {@code mvn verify -pl config/local -am -Dit.test=CatalogueBenchmark -Djacoco.skip=true -Dtests.jvm="-XX:+UseParallelGC -Xms4g -Xmn2g"}.
 */
@TestMethodOrder(OrderAnnotation.class)
class CatalogueBenchmark {
    private static final int PRODUCTS = Integer.getInteger("benchmark.products", 100_000);
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("benchmark.warm-up-seconds", 90));
    private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("benchmark.seconds", 60));
    private static final int READERS = 16;
    private static final int PAGE_SIZE = 20;
    private static final double LIMIT_MILLIS = 50;
    private static final List<String> SORTS = List.of("latest", "price_asc", "price_desc", "likes_desc");

    private static final AtomicInteger changes = new AtomicInteger();

    private static TestPlatform platform;
    private static ShopClient shop;
    private static String products;

    /** What is asked for, and where. */
    private record Read(String kind, String path) {}

    @BeforeAll
    static void fill() {
        platform = new TestPlatform();
        var api = platform.start(
                Role.API,
                Map.of(
                        "commerce.rate-limit.user-per-second", "100000",
                        "commerce.rate-limit.address-per-second", "100000"));
        new TransactionTemplate(api.getBean("transactionManager", PlatformTransactionManager.class))
                .executeWithoutResult(status -> CatalogueOfManyProducts.fill(platform.jdbc(Role.API), PRODUCTS));
        shop = new ShopClient(TestPlatform.baseUrl(api));
        products = shop.baseUrl() + "/api/v1/products";
        System.setProperty("http.maxConnections", Integer.toString(READERS));
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    @Order(1)
    void lists_and_details_take_less_than_50_ms_for_99_of_100() {
        read(WARM_UP);

        Map<String, List<Long>> nanosByKind = read(MEASURED);

        print(nanosByKind);
        nanosByKind.forEach(
                (kind, nanos) -> assertThat(millis(nanos, 99)).as(kind).isLessThan(LIMIT_MILLIS));
    }

    /** So that the catalogue is in another state after each second. Has no limit of its own: see what it prints. */
    @Test
    @Order(2)
    void everything_is_answered_while_an_administrator_changes_a_product_every_second() {
        SplittableRandom random = new SplittableRandom(43);
        try (ScheduledExecutorService administrator = Executors.newSingleThreadScheduledExecutor()) {
            administrator.scheduleAtFixedRate(() -> change(random), 1, 1, TimeUnit.SECONDS);

            print(read(MEASURED));
        }
        assertThat(changes.get()).isGreaterThan((int) MEASURED.toSeconds() * 9 / 10);
    }

    private void change(SplittableRandom random) {
        int product = random.nextInt(PRODUCTS);
        String body = "{\"name\":\"Premium Umbrella %d\",\"price\":%d,\"brandId\":%d}"
                .formatted(
                        product,
                        random.nextLong(100_000),
                        CatalogueOfManyProducts.BRANDS_FROM + random.nextInt(CatalogueOfManyProducts.BRANDS));
        String path = "/api/v1/products/" + (CatalogueOfManyProducts.PRODUCTS_FROM + product);
        if (shop.as(1, "ADMIN", "PUT", path, body).status() == 200) {
            changes.incrementAndGet();
        }
    }

    private static void print(Map<String, List<Long>> nanosByKind) {
        nanosByKind.forEach((kind, nanos) -> System.out.printf(
                "%-28s %,8d reads, p50 %6.2f ms, p99 %6.2f ms%n",
                kind, nanos.size(), millis(nanos, 50), millis(nanos, 99)));
    }

    private static double millis(List<Long> nanos, int percentile) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted[sorted.length * percentile / 100] / 1e6;
    }

    private static Map<String, List<Long>> read(Duration duration) {
        SplittableRandom random = new SplittableRandom(42);
        long until = System.nanoTime() + duration.toNanos();
        Map<String, List<Long>> all = new TreeMap<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(READERS)) {
            List<Future<Map<String, List<Long>>>> readers = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                SplittableRandom own = random.split();
                readers.add(pool.submit(() -> readUntil(until, own)));
            }
            for (Future<Map<String, List<Long>>> reader : readers) {
                reader.get()
                        .forEach((kind, nanos) -> all.computeIfAbsent(kind, key -> new ArrayList<>())
                                .addAll(nanos));
            }
            return all;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Map<String, List<Long>> readUntil(long until, SplittableRandom random) throws Exception {
        Map<String, List<Long>> nanosByKind = new TreeMap<>();
        byte[] buffer = new byte[8_192];
        while (System.nanoTime() < until) {
            Read read = random.nextInt(2) == 0 ? detail(random) : list(random);
            URL url = URI.create(products + read.path()).toURL();
            long from = System.nanoTime();
            get(url, buffer);
            nanosByKind.computeIfAbsent(read.kind(), key -> new ArrayList<>()).add(System.nanoTime() - from);
        }
        return nanosByKind;
    }

    /** On the reader's own thread and its own connection: a client with threads of its own would take the shop's time. */
    private static void get(URL url, byte[] buffer) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) url.openConnection();
        if (connection.getResponseCode() != 200) {
            throw new IOException("%s: %d".formatted(url, connection.getResponseCode()));
        }
        int bytes = 0;
        try (InputStream body = connection.getInputStream()) {
            for (int read = 0; read >= 0; read = body.read(buffer)) {
                bytes += read;
            }
        }
        assertThat(bytes).as("bytes of %s", url).isPositive();
    }

    private static Read detail(SplittableRandom random) {
        return new Read("detail", "/" + (CatalogueOfManyProducts.PRODUCTS_FROM + skewed(random, PRODUCTS)));
    }

    private static Read list(SplittableRandom random) {
        String query = "?size=%d&sort=%s".formatted(PAGE_SIZE, SORTS.get(skewed(random, SORTS.size())));
        return switch (random.nextInt(5)) {
            case 0 -> page("all", query, PRODUCTS, random);
            case 1 -> page("of a brand", query + brand(random), PRODUCTS / CatalogueOfManyProducts.BRANDS, random);
            case 2 -> page("name, common", query + name(common(random)), PRODUCTS / 8, random);
            case 3 -> page("name, rare", query + name(Integer.toString(skewed(random, PRODUCTS))), 1, random);
            default -> page("name, of a brand", query + brand(random) + name(common(random)), PAGE_SIZE, random);
        };
    }

    private static String brand(SplittableRandom random) {
        return "&brandId=" + (CatalogueOfManyProducts.BRANDS_FROM + skewed(random, CatalogueOfManyProducts.BRANDS));
    }

    private static String common(SplittableRandom random) {
        return CatalogueOfManyProducts.WORDS.get(random.nextInt(CatalogueOfManyProducts.WORDS.size()));
    }

    private static String name(String term) {
        return "&name=" + URLEncoder.encode(term, StandardCharsets.UTF_8);
    }

    /** Most read the first page, and one in ten any page at all. */
    private static Read page(String kind, String query, int found, SplittableRandom random) {
        int pages = Math.max(1, found / PAGE_SIZE);
        boolean anywhere = random.nextInt(10) == 0 && pages > 1;
        int page = anywhere ? random.nextInt(pages) : Math.min(pages - 1, skewed(random, 10));
        return new Read("list, " + kind + (anywhere ? ", any page" : ""), query + "&page=" + page);
    }

    /** From 0 to below {@code bound}, the first ones by far the most often, as by Zipf's law. */
    private static int skewed(SplittableRandom random, int bound) {
        return (int) Math.min(bound - 1, Math.pow(bound + 1.0, random.nextDouble()) - 1);
    }
}
