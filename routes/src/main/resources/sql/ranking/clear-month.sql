-- Purpose: make room for the month's counts.
-- Caller: write-month.
-- Rows: one per product of the month's last run.
DELETE FROM product_metrics_monthly WHERE month_start = :#periodStart
