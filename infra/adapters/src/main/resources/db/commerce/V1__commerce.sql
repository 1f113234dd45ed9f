-- The transaction side. Times are UTC. Amounts are whole won.
-- Rows of one order are written by one transaction and checked by the audit, so the tables of the hot path carry no
-- foreign keys: each would cost a look-up per row and a lock on its parent.

CREATE TABLE users (
    id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    login_id   VARCHAR(50)  NOT NULL,
    email      VARCHAR(254) NOT NULL,
    created_at DATETIME(6)  NOT NULL,
    CONSTRAINT uk_users_login_id UNIQUE (login_id),
    CONSTRAINT uk_users_email UNIQUE (email)
);

CREATE TABLE point_account (
    user_id BIGINT NOT NULL PRIMARY KEY,
    balance BIGINT NOT NULL,
    CONSTRAINT ck_point_account_balance CHECK (balance >= 0)
);

-- Append-only. One source moves points once per line and kind, whatever the code above does.
CREATE TABLE point_movement (
    id          BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    user_id     BIGINT      NOT NULL,
    source_type VARCHAR(16) NOT NULL,
    source_id   CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    line        SMALLINT    NOT NULL,
    kind        VARCHAR(16) NOT NULL,
    delta       BIGINT      NOT NULL,
    created_at  DATETIME(6) NOT NULL,
    CONSTRAINT uk_point_movement_source UNIQUE (source_type, source_id, line, kind),
    KEY ix_point_movement_user (user_id, id)
);

CREATE TABLE brand (
    id   BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name VARCHAR(100) NOT NULL,
    CONSTRAINT uk_brand_name UNIQUE (name)
);

CREATE TABLE product (
    id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    brand_id   BIGINT       NOT NULL,
    name       VARCHAR(200) NOT NULL,
    price      BIGINT       NOT NULL,
    stock      BIGINT       NOT NULL,
    likes      BIGINT       NOT NULL DEFAULT 0,
    created_at DATETIME(6)  NOT NULL,
    CONSTRAINT fk_product_brand FOREIGN KEY (brand_id) REFERENCES brand (id),
    CONSTRAINT ck_product_price CHECK (price >= 0),
    CONSTRAINT ck_product_stock CHECK (stock >= 0)
);

-- Append-only. One source moves stock once per line and kind.
CREATE TABLE stock_movement (
    id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    product_id  BIGINT       NOT NULL,
    source_type VARCHAR(16)  NOT NULL,
    source_id   CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    line        SMALLINT     NOT NULL,
    kind        VARCHAR(16)  NOT NULL,
    delta       BIGINT       NOT NULL,
    reason      VARCHAR(200) NULL,
    created_at  DATETIME(6)  NOT NULL,
    CONSTRAINT uk_stock_movement_source UNIQUE (source_type, source_id, line, kind),
    KEY ix_stock_movement_product (product_id)
);

CREATE TABLE coupon (
    id               BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name             VARCHAR(100) NOT NULL,
    type             VARCHAR(16)  NOT NULL,
    value            BIGINT       NOT NULL,
    max_discount     BIGINT       NULL,
    min_order_amount BIGINT       NOT NULL DEFAULT 0,
    valid_from       DATETIME(6)  NOT NULL,
    valid_to         DATETIME(6)  NOT NULL,
    total_quantity   BIGINT       NULL,
    issued_quantity  BIGINT       NOT NULL DEFAULT 0,
    CONSTRAINT ck_coupon_value CHECK (value > 0),
    CONSTRAINT ck_coupon_issued CHECK (total_quantity IS NULL OR issued_quantity <= total_quantity)
);

-- Carries the terms it was issued under, so that using it locks no row that other customers use.
CREATE TABLE issued_coupon (
    id               BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    coupon_id        BIGINT      NOT NULL,
    user_id          BIGINT      NOT NULL,
    order_id         CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the order that uses it, if any',
    type             VARCHAR(16) NOT NULL,
    value            BIGINT      NOT NULL,
    max_discount     BIGINT      NULL,
    min_order_amount BIGINT      NOT NULL,
    valid_from       DATETIME(6) NOT NULL,
    valid_to         DATETIME(6) NOT NULL,
    issued_at        DATETIME(6) NOT NULL,
    CONSTRAINT uk_issued_coupon_customer UNIQUE (coupon_id, user_id),
    CONSTRAINT fk_issued_coupon_coupon FOREIGN KEY (coupon_id) REFERENCES coupon (id),
    KEY ix_issued_coupon_user (user_id)
);

CREATE TABLE orders (
    id               CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    user_id          BIGINT      NOT NULL,
    status           VARCHAR(16) NOT NULL,
    cancel_reason    VARCHAR(24) NULL,
    total_amount     BIGINT      NOT NULL,
    discount_amount  BIGINT      NOT NULL,
    points_used      BIGINT      NOT NULL,
    payable_amount   BIGINT      NOT NULL,
    issued_coupon_id BIGINT      NULL,
    created_at       DATETIME(6) NOT NULL,
    paid_at          DATETIME(6) NULL,
    canceled_at      DATETIME(6) NULL,
    KEY ix_orders_user (user_id, created_at DESC),
    KEY ix_orders_issued_coupon (issued_coupon_id)
);

CREATE TABLE order_item (
    order_id   CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    line       SMALLINT     NOT NULL,
    product_id BIGINT       NOT NULL,
    name       VARCHAR(200) NOT NULL,
    price      BIGINT       NOT NULL,
    quantity   INT          NOT NULL,
    PRIMARY KEY (order_id, line)
);

-- Kept for ever: every event of an order can be made again from here, with the same id and time.
CREATE TABLE order_event (
    order_id   CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    type       VARCHAR(24) NOT NULL,
    event_id   CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (order_id, type)
);

-- The payment's status is derived from its attempts and transactions and speaks of the order.
CREATE TABLE payment (
    order_id     CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    user_id      BIGINT      NOT NULL,
    method       VARCHAR(8)  NOT NULL,
    status       VARCHAR(16) NOT NULL,
    amount       BIGINT      NOT NULL,
    card_type    VARCHAR(16) NULL,
    card_last4   CHAR(4)     NULL,
    due_at       DATETIME(6) NULL COMMENT 'when to look at it next; null when nothing is left to do',
    soft_deadline_at DATETIME(6) NULL,
    hard_deadline_at DATETIME(6) NULL,
    attempt_no   INT         NOT NULL DEFAULT 0,
    lease_until  DATETIME(6) NULL,
    created_at   DATETIME(6) NOT NULL,
    updated_at   DATETIME(6) NOT NULL,
    KEY ix_payment_due (due_at),
    KEY ix_payment_status (status)
);

-- Written before each call to the gateway.
CREATE TABLE payment_attempt (
    order_id   CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    attempt_no INT         NOT NULL,
    attempt_id CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    outcome    VARCHAR(24) NULL COMMENT 'null while open',
    started_at DATETIME(6) NOT NULL,
    ended_at   DATETIME(6) NULL,
    PRIMARY KEY (order_id, attempt_no),
    CONSTRAINT uk_payment_attempt_id UNIQUE (attempt_id)
);

-- One row per transaction that the gateway told of.
CREATE TABLE payment_transaction (
    transaction_key VARCHAR(64)  NOT NULL PRIMARY KEY,
    order_id        CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    amount          BIGINT       NULL,
    status          VARCHAR(16)  NOT NULL,
    reason          VARCHAR(200) NULL,
    refund_state    VARCHAR(16)  NOT NULL DEFAULT 'NONE',
    created_at      DATETIME(6)  NOT NULL,
    updated_at      DATETIME(6)  NOT NULL,
    KEY ix_payment_transaction_order (order_id)
);

-- Append-only history.
CREATE TABLE payment_event (
    id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    order_id   CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    type       VARCHAR(32)  NOT NULL,
    detail     VARCHAR(500) NULL,
    created_at DATETIME(6)  NOT NULL,
    KEY ix_payment_event_order (order_id, id)
);

-- The name is the SHA-256 of user, operation and key, so that its size is fixed.
CREATE TABLE idempotency_key (
    name        BINARY(32)    NOT NULL PRIMARY KEY,
    fingerprint CHAR(44)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    status      SMALLINT      NULL,
    location    VARCHAR(200)  NULL,
    body        MEDIUMTEXT    NULL,
    created_at  DATETIME(6)   NOT NULL,
    KEY ix_idempotency_key_created (created_at)
);

-- Events on their way to Kafka, in commit order per key.
CREATE TABLE outbox (
    id          BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    shard       TINYINT     NOT NULL,
    topic       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    message_key VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    event_id    CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    type        VARCHAR(32) NOT NULL,
    event_time  DATETIME(6) NOT NULL,
    event_day   DATE        NOT NULL,
    traceparent VARCHAR(55) CHARACTER SET ascii COLLATE ascii_bin NULL,
    payload     MEDIUMTEXT  NOT NULL,
    KEY ix_outbox_shard (shard, id)
);

-- Who may relay a shard, until when; one row per shard.
CREATE TABLE relay_lease (
    shard       TINYINT     NOT NULL PRIMARY KEY,
    owner       CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NULL,
    lease_until DATETIME(6) NULL
);

INSERT INTO relay_lease (shard)
VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15);
