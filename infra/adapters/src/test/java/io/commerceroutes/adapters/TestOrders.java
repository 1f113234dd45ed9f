package io.commerceroutes.adapters;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.commerceroutes.adapters.event.EventPayloads;
import io.commerceroutes.adapters.event.EventRows;
import io.commerceroutes.adapters.event.EventTopics;
import io.commerceroutes.adapters.event.TimeOrderedIdentifiers;
import io.commerceroutes.adapters.order.JdbcPlacementStore;
import io.commerceroutes.adapters.payment.AesGcmCardVault;
import io.commerceroutes.adapters.payment.CardKeys;
import io.commerceroutes.domain.event.Identifiers;
import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.order.OrderLine;
import io.commerceroutes.domain.order.PlaceOrder;
import io.commerceroutes.domain.order.Placement;
import io.commerceroutes.domain.order.PlacementDecision;
import io.commerceroutes.domain.order.PlacementStore;
import io.commerceroutes.domain.payment.CardNumber;
import io.commerceroutes.domain.payment.CardType;
import io.commerceroutes.domain.payment.CardVault;
import io.commerceroutes.domain.payment.PaymentDeadlines;
import io.commerceroutes.domain.payment.SealedCard;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Places orders as the flow does, for one customer and two products, in a schema of its own. */
public final class TestOrders {
    public static final PaymentDeadlines DEADLINES =
            new PaymentDeadlines(Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofMinutes(30));
    public static final CardNumber CARD = new CardNumber("1234-5678-9814-1451");
    public static final CardKeys KEYS =
            CardKeys.parse("k1:" + Base64.getEncoder().encodeToString(new byte[32]), "k1");
    public static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    public static final long CUSTOMER = 7;

    private final Identifiers identifiers = new TimeOrderedIdentifiers();
    private final CommerceSchema schema;
    private final PlacementStore store;
    private final CardVault vault;

    public TestOrders(CommerceSchema schema) {
        this.schema = schema;
        this.store = new JdbcPlacementStore(schema.jdbc(), eventRows(), DEADLINES, () -> Optional.of(TRACEPARENT));
        this.vault = new AesGcmCardVault(schema.jdbc(), KEYS);
        schema.jdbc().update("INSERT INTO brand (id, name) VALUES (1, 'Aram')");
        schema.jdbc()
                .update(
                        "INSERT INTO product (id, brand_id, name, price, stock, created_at) VALUES"
                                + " (1, 1, 'Mug', 1000, 100000, UTC_TIMESTAMP(6)), (2, 1, 'Cap', 500, 100000, UTC_TIMESTAMP(6))");
        schema.jdbc().update("INSERT INTO point_account (user_id, balance) VALUES (?, 1000000)", CUSTOMER);
    }

    public EventRows eventRows() {
        return new EventRows(
                new EventTopics("orders", "payments", "catalog"),
                new EventPayloads(new ObjectMapper().registerModule(new JavaTimeModule())),
                identifiers,
                Optional::empty,
                event -> {});
    }

    /** 2,500 won, of which {@code points} are paid with points. */
    public Order byCard(Instant at, long points) {
        String orderId = identifiers.next();
        return place(orderId, points, Optional.of(vault.seal(orderId, CardType.KB, CARD)), at);
    }

    public Order byCard(Instant at) {
        return byCard(at, 0);
    }

    public Order byPoints(Instant at) {
        return place(identifiers.next(), 0, Optional.empty(), at);
    }

    /** Whether the balance was enough for one more order by points. */
    public boolean isPlacedByPoints(Instant at) {
        return !decide(identifiers.next(), 0, Optional.empty(), at).orders().isEmpty();
    }

    private Order place(String orderId, long points, Optional<SealedCard> card, Instant at) {
        return decide(orderId, points, card, at).orders().getFirst();
    }

    private PlacementDecision decide(String orderId, long points, Optional<SealedCard> card, Instant at) {
        PlaceOrder command = new PlaceOrder(
                orderId,
                CUSTOMER,
                List.of(new OrderLine(2, 1), new OrderLine(1, 2)),
                Optional.empty(),
                Money.of(points),
                card,
                at);
        return schema.transaction().execute(status -> store.write(Placement.decide(store.lock(List.of(command)))));
    }
}
