-- Purpose: the days that were closed and had no count since carry exactly the counts of the day; newest days only.
-- Caller: audit-rankings.
-- Rows: one finding 'checked' with the number of days looked at, and one 'violation' per product and day, up to 100.
WITH days AS (
    SELECT w.period_start AS day
    FROM aggregation_window w
    LEFT JOIN day_revision d ON d.metric_date = w.period_start
    WHERE w.period = 'DAILY' AND w.current_version IS NOT NULL AND w.revision = COALESCE(d.revision, 0)
    ORDER BY w.period_start DESC
    LIMIT :#windowsMax
)
SELECT 'checked' AS finding, CAST('days' AS CHAR) COLLATE utf8mb4_bin AS subject,
       CAST(COUNT(*) AS CHAR) COLLATE utf8mb4_bin AS detail FROM days
UNION ALL
SELECT * FROM (
    SELECT 'violation' AS finding, CONCAT(counts.day, '/', counts.product_id) AS subject,
           CONCAT('live minus closed: views ', SUM(counts.views), ', likes ', SUM(counts.likes), ', orders ',
                  SUM(counts.orders_created), ', units ', SUM(counts.sales_quantity), ', amount ',
                  SUM(counts.sales_amount)) AS detail
    FROM (SELECT m.metric_date AS day, m.product_id, m.views, m.likes, m.orders_created, m.sales_quantity,
                 m.sales_amount, 1 AS present
          FROM product_metrics m JOIN days ON days.day = m.metric_date
          UNION ALL
          SELECT c.metric_date, c.product_id, -c.views, -c.likes, -c.orders_created, -c.sales_quantity,
                 -c.sales_amount, -1
          FROM product_metrics_daily c JOIN days ON days.day = c.metric_date) counts
    GROUP BY counts.day, counts.product_id
    HAVING SUM(counts.views) <> 0 OR SUM(counts.likes) <> 0 OR SUM(counts.orders_created) <> 0
        OR SUM(counts.sales_quantity) <> 0 OR SUM(counts.sales_amount) <> 0 OR SUM(counts.present) <> 0
    LIMIT 100) broken
