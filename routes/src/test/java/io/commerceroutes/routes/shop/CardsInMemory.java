package io.commerceroutes.routes.shop;

import io.commerceroutes.domain.payment.CardNumber;
import io.commerceroutes.domain.payment.CardType;
import io.commerceroutes.domain.payment.CardVault;
import io.commerceroutes.domain.payment.SealedCard;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Seals by turning the number round; keeps what placements hand over. */
class CardsInMemory implements CardVault {
    private final Shop shop;

    CardsInMemory(Shop shop) {
        this.shop = shop;
    }

    @Override
    public SealedCard seal(String orderId, CardType type, CardNumber number) {
        byte[] turned = turn(number.reveal()).getBytes(StandardCharsets.US_ASCII);
        return new SealedCard(type, number.last4(), "key-1", turned);
    }

    @Override
    public Optional<CardNumber> open(String orderId) {
        shop.journal().enter("open card");
        return Optional.ofNullable(shop.state().cards().get(orderId))
                .map(card -> new CardNumber(turn(new String(card.sealed(), StandardCharsets.US_ASCII))));
    }

    private static String turn(String text) {
        return new StringBuilder(text).reverse().toString();
    }
}
