-- Purpose: rank the products of a day as a new version; ranks run from 1 without gaps, ties go by product id.
-- Caller: close-day.
-- Rows: one per product with any count in the day.
INSERT INTO product_ranking (period, version, position, period_start, product_id, score, views, likes, orders_created,
                             sales_quantity, sales_amount)
SELECT :#period, :#runId, ROW_NUMBER() OVER (ORDER BY scored.score DESC, scored.product_id), :#periodStart,
       scored.product_id, scored.score, scored.views, scored.likes, scored.orders_created, scored.sales_quantity,
       scored.sales_amount
FROM (SELECT product_id, views, likes, orders_created, sales_quantity, sales_amount,
             CAST(:#viewWeight * views + :#likeWeight * likes + :#unitWeight * sales_quantity AS DECIMAL(24, 4)) AS score
      FROM product_metrics_daily
      WHERE metric_date = :#periodStart) scored
ORDER BY 3
