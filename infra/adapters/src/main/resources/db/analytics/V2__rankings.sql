-- Aggregates of days and the rankings made of them. All times are UTC.

CREATE TABLE product_metrics_daily (
    metric_date    DATE   NOT NULL,
    product_id     BIGINT NOT NULL,
    views          BIGINT NOT NULL,
    likes          BIGINT NOT NULL,
    sales_quantity BIGINT NOT NULL,
    sales_amount   BIGINT NOT NULL,
    PRIMARY KEY (metric_date, product_id),
    INDEX ix_product_metrics_daily_product (product_id, metric_date)
) ENGINE = InnoDB;

CREATE TABLE product_metrics_weekly (
    week_start     DATE   NOT NULL,
    product_id     BIGINT NOT NULL,
    views          BIGINT NOT NULL,
    likes          BIGINT NOT NULL,
    sales_quantity BIGINT NOT NULL,
    sales_amount   BIGINT NOT NULL,
    PRIMARY KEY (week_start, product_id)
) ENGINE = InnoDB;

CREATE TABLE product_metrics_monthly (
    month_start    DATE   NOT NULL,
    product_id     BIGINT NOT NULL,
    views          BIGINT NOT NULL,
    likes          BIGINT NOT NULL,
    sales_quantity BIGINT NOT NULL,
    sales_amount   BIGINT NOT NULL,
    PRIMARY KEY (month_start, product_id),
    CONSTRAINT ck_product_metrics_monthly_start CHECK (DAYOFMONTH(month_start) = 1)
) ENGINE = InnoDB;

-- The ledger of runs. A run's id is its fencing number and the version of the ranking that it writes.
CREATE TABLE aggregation_run (
    run_id        BIGINT       NOT NULL AUTO_INCREMENT,
    period        VARCHAR(7)   CHARACTER SET ascii NOT NULL,
    period_start  DATE         NOT NULL,
    period_end    DATE         NOT NULL,
    origin        VARCHAR(8)   CHARACTER SET ascii NOT NULL,
    parent_run_id BIGINT       NULL,
    attempt       INT          NOT NULL DEFAULT 1,
    state         VARCHAR(10)  CHARACTER SET ascii NOT NULL,
    requested_at  DATETIME(6)  NOT NULL,
    started_at    DATETIME(6)  NULL,
    lease_until   DATETIME(6)  NULL,
    finished_at   DATETIME(6)  NULL,
    revision      BIGINT       NULL,
    row_count     BIGINT       NULL,
    error         VARCHAR(500) CHARACTER SET utf8mb4 NULL,
    PRIMARY KEY (run_id),
    CONSTRAINT ck_aggregation_run_period CHECK (period IN ('DAILY', 'WEEKLY', 'MONTHLY')),
    CONSTRAINT ck_aggregation_run_origin CHECK (origin IN ('SCHEDULE', 'OPERATOR', 'PERIOD', 'RECOVERY')),
    CONSTRAINT ck_aggregation_run_state
        CHECK (state IN ('REQUESTED', 'RUNNING', 'DONE', 'FAILED', 'SUPERSEDED')),
    CONSTRAINT ck_aggregation_run_window CHECK (period_start <= period_end),
    INDEX ix_aggregation_run_state (state, run_id),
    INDEX ix_aggregation_run_window (period, period_start, run_id)
) ENGINE = InnoDB;

-- One row per window: who may write it, which version readers see, and what that version was made of.
CREATE TABLE aggregation_window (
    period          VARCHAR(7)  CHARACTER SET ascii NOT NULL,
    period_start    DATE        NOT NULL,
    period_end      DATE        NOT NULL,
    fence           BIGINT      NOT NULL,
    current_version BIGINT      NULL,
    revision        BIGINT      NULL,
    complete        TINYINT(1)  NOT NULL DEFAULT 0,
    row_count       BIGINT      NOT NULL DEFAULT 0,
    generated_at    DATETIME(6) NULL,
    PRIMARY KEY (period, period_start),
    CONSTRAINT ck_aggregation_window_version CHECK (current_version IS NULL OR current_version <= fence)
) ENGINE = InnoDB;

CREATE TABLE product_ranking (
    period         VARCHAR(7)    CHARACTER SET ascii NOT NULL,
    version        BIGINT        NOT NULL,
    position       INT           NOT NULL,
    period_start   DATE          NOT NULL,
    product_id     BIGINT        NOT NULL,
    score          DECIMAL(24,4) NOT NULL,
    views          BIGINT        NOT NULL,
    likes          BIGINT        NOT NULL,
    sales_quantity BIGINT        NOT NULL,
    sales_amount   BIGINT        NOT NULL,
    PRIMARY KEY (period, version, position),
    CONSTRAINT uq_product_ranking_product UNIQUE (period, version, product_id),
    CONSTRAINT ck_product_ranking_position CHECK (position > 0)
) ENGINE = InnoDB;
