-- Purpose: lock the window inside a transaction, if it is still this run's, and the run not lost.
-- Caller: write-day, write-week, write-month.
-- Rows: 1 if held, 0 if a younger run has it or this one counts as lost.
UPDATE aggregation_window SET period_end = :#periodEnd
WHERE period = :#period AND period_start = :#periodStart AND fence = :#runId
  AND EXISTS (SELECT 1 FROM aggregation_run WHERE run_id = :#runId AND state = 'RUNNING')
