-- Purpose: lock the window inside a transaction, if it is still this run's.
-- Caller: write-day, write-week, write-month.
-- Rows: 1 if held, 0 if a younger run has it.
UPDATE aggregation_window SET period_end = :#periodEnd
WHERE period = :#period AND period_start = :#periodStart AND fence = :#runId
