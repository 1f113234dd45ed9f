-- Recounts: their ledger, and what one adds up. All times are UTC.

CREATE TABLE recount (
    recount_id        BIGINT       NOT NULL AUTO_INCREMENT,
    day_from          DATE         NOT NULL,
    day_to            DATE         NOT NULL,
    state             VARCHAR(9)   CHARACTER SET ascii NOT NULL,
    -- 1 while it runs, else null: of all instances together, one may.
    running           TINYINT      NULL,
    requested_at      DATETIME(6)  NOT NULL,
    started_at        DATETIME(6)  NULL,
    lease_until       DATETIME(6)  NULL,
    finished_at       DATETIME(6)  NULL,
    events_read       BIGINT       NULL,
    events_counted    BIGINT       NULL,
    missing           BIGINT       NULL,
    earliest_retained DATETIME(3)  NULL,
    differences       BIGINT       NULL,
    examples          MEDIUMTEXT   CHARACTER SET utf8mb4 NULL,
    error             VARCHAR(500) CHARACTER SET utf8mb4 NULL,
    PRIMARY KEY (recount_id),
    CONSTRAINT uq_recount_running UNIQUE (running),
    CONSTRAINT ck_recount_state CHECK (state IN ('REQUESTED', 'RUNNING', 'DONE', 'FAILED')),
    CONSTRAINT ck_recount_range CHECK (day_from <= day_to),
    INDEX ix_recount_state (state, recount_id)
) ENGINE = InnoDB;

-- Events that a recount has met; emptied when it ends.
CREATE TABLE recount_event (
    recount_id BIGINT     NOT NULL,
    event_day  DATE       NOT NULL,
    event_id   BINARY(16) NOT NULL,
    PRIMARY KEY (recount_id, event_day, event_id)
) ENGINE = InnoDB;

-- What they add up to; that of the last recount stays.
CREATE TABLE product_metrics_recount (
    recount_id     BIGINT NOT NULL,
    metric_date    DATE   NOT NULL,
    product_id     BIGINT NOT NULL,
    views          BIGINT NOT NULL,
    likes          BIGINT NOT NULL,
    orders_created BIGINT NOT NULL,
    sales_quantity BIGINT NOT NULL,
    sales_amount   BIGINT NOT NULL,
    PRIMARY KEY (recount_id, metric_date, product_id)
) ENGINE = InnoDB;

ALTER TABLE dead_letter ADD INDEX ix_dead_letter_event (event_id);
