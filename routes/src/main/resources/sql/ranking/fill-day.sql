-- Purpose: the day's counts as they are now.
-- Caller: write-day.
-- Rows: one per product with any count on the day.
INSERT INTO product_metrics_daily (metric_date, product_id, views, likes, orders_created, sales_quantity, sales_amount)
SELECT metric_date, product_id, views, likes, orders_created, sales_quantity, sales_amount
FROM product_metrics
WHERE metric_date = :#periodStart
