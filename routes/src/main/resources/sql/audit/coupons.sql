-- Purpose: an issued coupon is used by exactly the standing order that names it, and no coupon is issued too often.
-- Caller:  audit-ledgers
-- Rows:    one "checked" with the number of issued coupons, then one per violation (at most 1,000 of each kind)
SELECT 'checked' AS finding, CAST(NULL AS CHAR) COLLATE utf8mb4_bin AS subject,
       CAST(COUNT(*) AS CHAR) COLLATE utf8mb4_bin AS detail FROM issued_coupon
UNION ALL
(SELECT 'violation', CAST(i.id AS CHAR),
        CONCAT('used by ', COALESCE(i.order_id, 'none'), ', standing orders ', COALESCE(s.orders, 0))
 FROM issued_coupon i
 LEFT JOIN (SELECT issued_coupon_id, COUNT(*) AS orders, MAX(id) AS order_id
            FROM orders WHERE status <> 'CANCELED' AND issued_coupon_id IS NOT NULL
            GROUP BY issued_coupon_id) s ON s.issued_coupon_id = i.id
 WHERE COALESCE(s.orders, 0) > 1
    OR COALESCE(s.order_id, '') <> COALESCE(i.order_id, '')
 LIMIT 1000)
UNION ALL
(SELECT 'violation', CONCAT('coupon ', c.id),
        CONCAT('issued ', c.issued_quantity, ' of ', COALESCE(CAST(c.total_quantity AS CHAR), 'any'), ', found ', COALESCE(i.found, 0))
 FROM coupon c
 LEFT JOIN (SELECT coupon_id, COUNT(*) AS found FROM issued_coupon GROUP BY coupon_id) i ON i.coupon_id = c.id
 WHERE c.issued_quantity <> COALESCE(i.found, 0)
    OR c.issued_quantity > c.total_quantity
 LIMIT 1000)
