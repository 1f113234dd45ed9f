-- Purpose: what is under way on the transaction side: payments that are not settled, how long the oldest of them has been
--          undecided, and what waits in the outbox. All from indexes: what is settled is never touched, and the oldest
--          payment of a status is the one with the first order id, since ids are ordered by time.
-- Caller:  observe-commerce
-- Rows:    one per status that has payments, and 3
SELECT 'commerce.payments.unsettled' AS gauge, status AS tag, COUNT(*) AS figure
FROM payment
WHERE status IN ('PENDING', 'REQUESTED', 'UNKNOWN', 'REFUNDING', 'REFUND_FAILED')
GROUP BY status
UNION ALL
SELECT 'commerce.payments.undecided.age.seconds', '',
       COALESCE(TIMESTAMPDIFF(SECOND, MIN(p.created_at), UTC_TIMESTAMP(6)), 0)
FROM payment p
WHERE p.order_id = (SELECT MIN(first.order_id)
                    FROM (SELECT MIN(order_id) AS order_id
                          FROM payment
                          WHERE status IN ('PENDING', 'REQUESTED', 'UNKNOWN')
                          GROUP BY status) first)
UNION ALL
SELECT 'commerce.outbox.events', '', COUNT(*) FROM outbox
UNION ALL
SELECT 'commerce.outbox.age.seconds', '',
       COALESCE(TIMESTAMPDIFF(SECOND, (SELECT event_time FROM outbox ORDER BY id LIMIT 1), UTC_TIMESTAMP(6)), 0)
