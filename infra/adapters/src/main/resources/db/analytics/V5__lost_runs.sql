-- Runs whose process was lost, what a long run is at, and what the windows that are due are found by.

ALTER TABLE aggregation_run
    ADD COLUMN progress VARCHAR(100) CHARACTER SET utf8mb4 NULL,
    DROP CONSTRAINT ck_aggregation_run_origin,
    ADD CONSTRAINT ck_aggregation_run_origin
        CHECK (origin IN ('SCHEDULE', 'OPERATOR', 'PERIOD', 'REFRESH', 'RECOVERY')),
    DROP CONSTRAINT ck_aggregation_run_state,
    ADD CONSTRAINT ck_aggregation_run_state
        CHECK (state IN ('REQUESTED', 'RUNNING', 'DONE', 'FAILED', 'SUPERSEDED', 'LOST')),
    -- A lost run is repeated by one other.
    ADD CONSTRAINT uq_aggregation_run_parent UNIQUE (parent_run_id),
    ADD INDEX ix_aggregation_run_origin (origin, period, period_start);
