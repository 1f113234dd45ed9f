-- Purpose: the card orders that the gateway is asked for: those that were settled before the grace began, the newest
--          first, which ids of orders are. One whose refund is on its way is not settled, nor is one with a transaction
--          that is not decided yet.
-- Caller:  audit-ledgers
-- Rows:    one per order
-- :#graceSeconds     how long ago nothing of it must have changed
-- :#gatewayOrdersMax how many orders one audit asks for
SELECT p.order_id
FROM payment p
WHERE p.method = 'CARD'
  AND p.status NOT IN ('PENDING', 'REQUESTED', 'UNKNOWN', 'REFUNDING')
  AND p.updated_at < UTC_TIMESTAMP(6) - INTERVAL :#graceSeconds SECOND
  AND NOT EXISTS (SELECT 1
                  FROM payment_transaction t
                  WHERE t.order_id = p.order_id
                    AND (t.refund_state = 'DUE'
                         OR t.status = 'PENDING'
                         OR (t.status = 'SUCCESS' AND t.amount IS NULL)))
ORDER BY p.order_id DESC
LIMIT :#gatewayOrdersMax
