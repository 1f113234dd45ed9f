-- Purpose: write down how a run ended.
-- Caller: run-aggregation.
-- Rows: 1.
UPDATE aggregation_run
SET state = :#state, error = :#error, finished_at = UTC_TIMESTAMP(6), revision = :#revision,
    row_count = (SELECT COALESCE(MAX(r.position), 0) FROM product_ranking r
                 WHERE r.period = :#period AND r.version = :#runId AND 'DONE' = :#state)
WHERE run_id = :#runId AND state = 'RUNNING'
