package io.commerceroutes.adapters.product;

import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.product.NewProduct;
import io.commerceroutes.domain.product.Product;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** A product. Stock and likes are read only: they change by conditional SQL, together with their ledger. */
@Entity
@Table(name = "product")
class ProductEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "brand_id", nullable = false)
    private BrandEntity brand;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false)
    private long price;

    @Column(nullable = false, updatable = false)
    private long stock;

    @Column(nullable = false, updatable = false)
    private long likes;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    protected ProductEntity() {}

    ProductEntity(NewProduct product, BrandEntity brand) {
        this.brand = brand;
        this.name = product.name();
        this.price = product.price().won();
        this.stock = product.stock().units();
        this.createdAt = product.at();
    }

    Product product() {
        return new Product(id, name, Money.of(price), stock, likes, brand.id(), brand.name());
    }
}
