-- Purpose: every product's stock equals the sum of its movements, and what orders hold equals what standing orders sold.
-- Caller:  audit-ledgers
-- Rows:    one "checked" with the number of products, then one per violation (at most 1,000)
SELECT 'checked' AS finding, CAST(NULL AS CHAR) COLLATE utf8mb4_bin AS subject,
       CAST(COUNT(*) AS CHAR) COLLATE utf8mb4_bin AS detail FROM product
UNION ALL
(SELECT 'violation', CAST(p.id AS CHAR),
        CONCAT('stock ', p.stock, ', ledger ', COALESCE(m.total, 0), ', held ', COALESCE(m.held, 0),
               ', in standing orders ', COALESCE(s.units, 0))
 FROM product p
 LEFT JOIN (SELECT product_id, SUM(delta) AS total,
                   -SUM(CASE WHEN source_type = 'ORDER' THEN delta ELSE 0 END) AS held
            FROM stock_movement GROUP BY product_id) m ON m.product_id = p.id
 LEFT JOIN (SELECT i.product_id, SUM(i.quantity) AS units
            FROM order_item i JOIN orders o ON o.id = i.order_id
            WHERE o.status <> 'CANCELED' GROUP BY i.product_id) s ON s.product_id = p.id
 WHERE p.stock < 0
    OR p.stock <> COALESCE(m.total, 0)
    OR COALESCE(m.held, 0) <> COALESCE(s.units, 0)
 LIMIT 1000)
