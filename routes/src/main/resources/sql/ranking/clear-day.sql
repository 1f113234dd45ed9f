-- Purpose: make room for the day's counts.
-- Caller: write-day.
-- Rows: one per product of the day's last close.
DELETE FROM product_metrics_daily WHERE metric_date = :#periodStart
