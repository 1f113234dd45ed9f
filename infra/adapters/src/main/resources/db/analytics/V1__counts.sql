-- What happened to products, per business day, and which events were counted. All times are UTC.

CREATE TABLE product_metrics (
    metric_date    DATE   NOT NULL,
    product_id     BIGINT NOT NULL,
    views          BIGINT NOT NULL DEFAULT 0,
    likes          BIGINT NOT NULL DEFAULT 0,
    sales_quantity BIGINT NOT NULL DEFAULT 0,
    sales_amount   BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (metric_date, product_id),
    CONSTRAINT ck_product_metrics_product CHECK (product_id > 0),
    INDEX ix_product_metrics_product (product_id, metric_date)
) ENGINE = InnoDB;

-- How often a business day's counts changed; whoever aggregates a day writes down the revision that it saw.
CREATE TABLE day_revision (
    metric_date DATE   NOT NULL,
    revision    BIGINT NOT NULL,
    PRIMARY KEY (metric_date)
) ENGINE = InnoDB;

-- The day is the UTC date of the event's own time. Daily partitions are split off the last one ahead of time and
-- dropped when their events can no longer come again.
CREATE TABLE event_handled (
    event_day DATE       NOT NULL,
    event_id  BINARY(16) NOT NULL,
    PRIMARY KEY (event_day, event_id)
) ENGINE = InnoDB
PARTITION BY RANGE COLUMNS (event_day) (
    PARTITION pmax VALUES LESS THAN (MAXVALUE)
);

CREATE TABLE product_name (
    product_id BIGINT       NOT NULL,
    name       VARCHAR(255) CHARACTER SET utf8mb4 NOT NULL,
    changed_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (product_id),
    CONSTRAINT ck_product_name_product CHECK (product_id > 0)
) ENGINE = InnoDB;

CREATE TABLE dead_letter (
    id               BIGINT        NOT NULL AUTO_INCREMENT,
    source_topic     VARCHAR(249)  CHARACTER SET ascii NOT NULL,
    source_partition INT           NOT NULL,
    source_offset    BIGINT        NOT NULL,
    recorded_at      DATETIME(3)   NOT NULL,
    record_key       MEDIUMBLOB    NULL,
    record_headers   MEDIUMTEXT    CHARACTER SET utf8mb4 NOT NULL,
    record_value     MEDIUMBLOB    NULL,
    event_id         VARCHAR(100)  CHARACTER SET utf8mb4 NULL,
    event_type       VARCHAR(100)  CHARACTER SET utf8mb4 NULL,
    reason           VARCHAR(500)  CHARACTER SET utf8mb4 NOT NULL,
    failed_at        DATETIME(3)   NOT NULL,
    replayed_at      DATETIME(3)   NULL,
    PRIMARY KEY (id),
    -- The time belongs to the place: a topic made anew starts again at offset 0.
    CONSTRAINT uq_dead_letter_place UNIQUE (source_topic, source_partition, source_offset, recorded_at)
) ENGINE = InnoDB;
