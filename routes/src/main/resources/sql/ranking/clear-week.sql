-- Purpose: make room for the week's counts.
-- Caller: write-week.
-- Rows: one per product of the week's last run.
DELETE FROM product_metrics_weekly WHERE week_start = :#periodStart
