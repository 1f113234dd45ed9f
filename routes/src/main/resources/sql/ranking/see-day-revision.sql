-- Purpose: which state of the day's counts is about to be read. Asked before them: counts that come in between make
-- the day stale again, which costs a run, and never hides a count.
-- Caller: close-day.
-- Rows: 1.
SELECT COALESCE(MAX(revision), 0) AS revision FROM day_revision WHERE metric_date = :#periodStart
