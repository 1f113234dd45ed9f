-- Purpose: PAID means paid in full, CANCELED keeps nothing, and nothing is open past its hard deadline.
-- Caller:  audit-ledgers
-- Rows:    one "checked" with the number of orders, then one per violation (at most 1,000)
-- :#graceSeconds  how long ago a deadline must have passed
SELECT 'checked' AS finding, CAST(NULL AS CHAR) COLLATE utf8mb4_bin AS subject,
       CAST(COUNT(*) AS CHAR) COLLATE utf8mb4_bin AS detail FROM orders
UNION ALL
(SELECT 'violation', o.id,
        CONCAT('order ', o.status, ', payment ', COALESCE(p.status, 'missing'), ', payable ', o.payable_amount,
               ', payment amount ', COALESCE(p.amount, 0), ', captured ', COALESCE(t.captured, 0))
 FROM orders o
 LEFT JOIN payment p ON p.order_id = o.id
 LEFT JOIN (SELECT order_id,
                   SUM(CASE WHEN status = 'SUCCESS' AND refund_state = 'NONE' THEN amount ELSE 0 END) AS captured
            FROM payment_transaction GROUP BY order_id) t ON t.order_id = o.id
 WHERE p.order_id IS NULL
    OR p.amount <> o.payable_amount
    OR o.total_amount <> o.discount_amount + o.points_used + o.payable_amount
    OR (o.status = 'PAID' AND (p.status <> 'APPROVED' OR COALESCE(t.captured, 0) <> o.payable_amount))
    OR (o.status = 'CANCELED' AND (p.status = 'APPROVED' OR COALESCE(t.captured, 0) <> 0))
    OR (p.status IN ('PENDING', 'REQUESTED', 'UNKNOWN')
        AND p.hard_deadline_at < UTC_TIMESTAMP(6) - INTERVAL :#graceSeconds SECOND)
 LIMIT 1000)
