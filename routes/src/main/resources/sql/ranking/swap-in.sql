-- Purpose: show the new version, if the window is still this run's and the run not lost; readers see the old one until then.
-- Caller: swap-in.
-- Rows: 1 if shown, 0 if a younger run has the window or this one counts as lost.
UPDATE aggregation_window
SET current_version = :#runId, revision = :#revision, complete = :#complete, weights = :#weights,
    generated_at = UTC_TIMESTAMP(6),
    row_count = (SELECT COALESCE(MAX(r.position), 0) FROM product_ranking r
                 WHERE r.period = :#period AND r.version = :#runId)
WHERE period = :#period AND period_start = :#periodStart AND fence = :#runId
  AND EXISTS (SELECT 1 FROM aggregation_run WHERE run_id = :#runId AND state = 'RUNNING')
