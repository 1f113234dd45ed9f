-- Purpose: the month's counts, added up from its days.
-- Caller: write-month.
-- Rows: one per product with any count in the month.
INSERT INTO product_metrics_monthly (month_start, product_id, views, likes, orders_created, sales_quantity, sales_amount)
SELECT :#periodStart, product_id, SUM(views), SUM(likes), SUM(orders_created), SUM(sales_quantity), SUM(sales_amount)
FROM product_metrics_daily
WHERE metric_date BETWEEN :#periodStart AND :#periodEnd
GROUP BY product_id
