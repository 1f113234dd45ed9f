-- Purpose: what is under way on the transaction side: payments that are not settled, how long the oldest of them has been
--          undecided, and what waits in the outbox. All from indexes: what is settled is never touched, and the oldest
--          payment of a status is the one with the first order id, since ids are ordered by time. REFUND_FAILED is all
--          that /ops/payments lists under it: also an order that stands, of which a second capture cannot go back.
-- Caller:  observe-commerce
-- Rows:    one per status that has payments, and 4
SELECT 'commerce.payments.unsettled' AS gauge, status AS tag, COUNT(*) AS figure
FROM payment
WHERE status IN ('PENDING', 'REQUESTED', 'UNKNOWN', 'REFUNDING')
GROUP BY status
UNION ALL
SELECT 'commerce.payments.unsettled', 'REFUND_FAILED', COUNT(*)
FROM (SELECT order_id FROM payment WHERE status = 'REFUND_FAILED'
      UNION
      SELECT order_id FROM payment_transaction WHERE refund_state = 'FAILED') listed
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
