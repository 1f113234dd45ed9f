-- Purpose: what a person gave back of an order by another way than the gateway's: transactions that count as refunded,
--          though the history tells of no refund that the gateway made, and tells of a person who resolved it.
-- Caller:  audit-order-at-gateway
-- Rows:    one: won
-- :#orderId the order
SELECT COALESCE(SUM(t.amount), 0) AS won
FROM payment_transaction t
WHERE t.order_id = :#orderId
  AND t.refund_state = 'REFUNDED'
  AND NOT EXISTS (SELECT 1
                  FROM payment_event made
                  WHERE made.order_id = t.order_id
                    AND made.type = 'RefundMade'
                    AND made.detail = t.transaction_key)
  AND EXISTS (SELECT 1
              FROM payment_event resolved
              WHERE resolved.order_id = t.order_id
                AND resolved.type = 'ResolvedByHand'
                AND resolved.detail LIKE 'REFUNDED:%')
