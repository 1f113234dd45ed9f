-- Purpose: show the new version, if the window is still this run's; readers see the old one until then.
-- Caller: swap-in.
-- Rows: 1 if shown, 0 if a younger run has the window.
UPDATE aggregation_window
SET current_version = :#runId, revision = :#revision, complete = :#complete, generated_at = UTC_TIMESTAMP(6),
    row_count = (SELECT COALESCE(MAX(r.position), 0) FROM product_ranking r
                 WHERE r.period = :#period AND r.version = :#runId)
WHERE period = :#period AND period_start = :#periodStart AND fence = :#runId
