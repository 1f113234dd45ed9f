-- Purpose: every order has told of its making, its payment and its cancel exactly as its state says, and nothing waits
--          in the outbox for too long.
-- Caller:  audit-ledgers
-- Rows:    one "checked" with the number of orders, then one per violation (at most 1,000 of each kind)
-- :#unsentSeconds  how long an event may wait
SELECT 'checked' AS finding, CAST(NULL AS CHAR) COLLATE utf8mb4_bin AS subject,
       CAST(COUNT(*) AS CHAR) COLLATE utf8mb4_bin AS detail FROM orders
UNION ALL
(SELECT 'violation', o.id,
        CONCAT('order ', o.status, ', created ', COALESCE(e.created, 0), ', paid ', COALESCE(e.paid, 0),
               ', canceled ', COALESCE(e.canceled, 0))
 FROM orders o
 LEFT JOIN (SELECT order_id, SUM(type = 'OrderCreated') AS created, SUM(type = 'OrderPaid') AS paid,
                   SUM(type = 'OrderCanceled') AS canceled
            FROM order_event GROUP BY order_id) e ON e.order_id = o.id
 WHERE COALESCE(e.created, 0) <> 1
    OR COALESCE(e.paid, 0) <> (o.paid_at IS NOT NULL)
    OR (o.status = 'PAID' AND o.paid_at IS NULL)
    OR COALESCE(e.canceled, 0) <> (o.status = 'CANCELED')
 LIMIT 1000)
UNION ALL
(SELECT 'violation', event_id, CONCAT(type, ' waits since ', event_time)
 FROM outbox
 WHERE event_time < UTC_TIMESTAMP(6) - INTERVAL :#unsentSeconds SECOND
 LIMIT 1000)
