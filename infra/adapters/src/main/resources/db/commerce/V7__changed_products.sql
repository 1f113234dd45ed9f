-- What was changed since a revision of the catalogue: changed_at is the revision that the change made, so that who has read
-- a list under one revision reads the few products that are otherwise in the next.
ALTER TABLE product
    MODIFY changed_at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6)
        COMMENT 'of name, price or brand: the revision that it made',
    ADD KEY ix_product_changed (changed_at);
