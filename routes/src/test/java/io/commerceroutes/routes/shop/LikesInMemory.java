package io.commerceroutes.routes.shop;

import io.commerceroutes.domain.product.Like;
import io.commerceroutes.domain.product.Likes;
import io.commerceroutes.domain.product.Product;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;

class LikesInMemory implements Likes {
    private final Shop shop;

    LikesInMemory(Shop shop) {
        this.shop = shop;
    }

    @Override
    public boolean like(Like like) {
        shop.journal().enter("like");
        Set<Long> likers = likers(like);
        boolean known = shop.state().catalogue().containsKey(like.productId());
        return known && likers.add(like.userId()) && keep(like, likers, 1);
    }

    @Override
    public boolean unlike(Like like) {
        shop.journal().enter("unlike");
        Set<Long> likers = likers(like);
        return likers.remove(like.userId()) && keep(like, likers, -1);
    }

    @Override
    public OptionalLong count(long productId) {
        Product product = shop.state().catalogue().get(productId);
        return product == null ? OptionalLong.empty() : OptionalLong.of(product.likes());
    }

    private Set<Long> likers(Like like) {
        return new HashSet<>(shop.state().likers().getOrDefault(like.productId(), Set.of()));
    }

    private boolean keep(Like like, Set<Long> likers, int more) {
        shop.state().likers().put(like.productId(), likers);
        shop.state()
                .catalogue()
                .computeIfPresent(
                        like.productId(),
                        (id, product) -> new Product(
                                id,
                                product.name(),
                                product.price(),
                                product.stock(),
                                product.likes() + more,
                                product.brandId(),
                                product.brandName()));
        return true;
    }
}
