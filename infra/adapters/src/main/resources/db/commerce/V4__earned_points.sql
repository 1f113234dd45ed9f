-- Points that card payments earned and cancels revoke. Times are UTC. Amounts are whole won.

-- What a canceled order had earned and its customer no longer had when it was revoked. Append-only, once per order.
CREATE TABLE point_shortfall (
    order_id   CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    user_id    BIGINT      NOT NULL,
    amount     BIGINT      NOT NULL,
    created_at DATETIME(6) NOT NULL,
    CONSTRAINT ck_point_shortfall_amount CHECK (amount > 0)
);
