-- Purpose: the ranking that a window shows equals the one that would be made of its aggregate; newest windows only.
-- Not of a window that a run younger than what it shows may be writing, or may have failed at, nor of one that was
-- ranked by other weights: refresh-stale runs these again.
-- Caller: audit-rankings.
-- Rows: one finding 'checked' with the number of windows looked at, and one 'violation' per product and window, up to
-- 100.
WITH shown AS (
    SELECT period, period_start, current_version
    FROM aggregation_window
    WHERE current_version IS NOT NULL AND fence = current_version AND weights <=> :#weights
    ORDER BY generated_at DESC, period, period_start
    LIMIT :#windowsMax
),
aggregates AS (
    SELECT s.period, s.period_start, s.current_version, a.product_id, a.views, a.likes, a.orders_created,
           a.sales_quantity, a.sales_amount
    FROM shown s JOIN product_metrics_daily a ON s.period = 'DAILY' AND a.metric_date = s.period_start
    UNION ALL
    SELECT s.period, s.period_start, s.current_version, a.product_id, a.views, a.likes, a.orders_created,
           a.sales_quantity, a.sales_amount
    FROM shown s JOIN product_metrics_weekly a ON s.period = 'WEEKLY' AND a.week_start = s.period_start
    UNION ALL
    SELECT s.period, s.period_start, s.current_version, a.product_id, a.views, a.likes, a.orders_created,
           a.sales_quantity, a.sales_amount
    FROM shown s JOIN product_metrics_monthly a ON s.period = 'MONTHLY' AND a.month_start = s.period_start
),
scored AS (
    SELECT a.*, CAST(:#viewWeight * a.views + :#likeWeight * a.likes + :#unitWeight * a.sales_quantity
                     AS DECIMAL(24, 4)) AS score
    FROM aggregates a
),
made AS (
    SELECT s.*, ROW_NUMBER() OVER (PARTITION BY s.period, s.period_start
                                   ORDER BY s.score DESC, s.product_id) AS position
    FROM scored s
)
SELECT 'checked' AS finding, CAST('windows' AS CHAR) COLLATE utf8mb4_bin AS subject,
       CAST(COUNT(*) AS CHAR) COLLATE utf8mb4_bin AS detail FROM shown
UNION ALL
SELECT * FROM (
    SELECT 'violation' AS finding, CONCAT(m.period, '/', m.period_start, '/', m.product_id) AS subject,
           CONCAT('should be ranked ', m.position, ' with score ', m.score) AS detail
    FROM made m
    LEFT JOIN product_ranking r
      ON r.period = m.period AND r.version = m.current_version AND r.product_id = m.product_id
     AND r.position = m.position AND r.score = m.score AND r.views = m.views AND r.likes = m.likes
     AND r.orders_created = m.orders_created
     AND r.sales_quantity = m.sales_quantity AND r.sales_amount = m.sales_amount
    WHERE r.position IS NULL
    LIMIT 100) missing
UNION ALL
SELECT * FROM (
    SELECT 'violation' AS finding, CONCAT(r.period, '/', r.period_start, '/', r.product_id) AS subject,
           CONCAT('is ranked ', r.position, ' without counts') AS detail
    FROM shown s
    JOIN product_ranking r ON r.period = s.period AND r.version = s.current_version
    LEFT JOIN made m ON m.period = s.period AND m.period_start = s.period_start AND m.product_id = r.product_id
    WHERE m.product_id IS NULL
    LIMIT 100) surplus
