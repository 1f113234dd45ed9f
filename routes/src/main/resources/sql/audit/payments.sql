-- Purpose: PAID means paid in full, CANCELED keeps nothing, nothing is open past its hard deadline or forgotten, and no
--          card is kept that is not needed any more.
--          A transaction keeps money when it is SUCCESS and nobody has thought of a refund (NONE). One that is DUE is on
--          its way back: a violation once it has been for an hour. One that is FAILED is listed for a person under
--          /ops/payments, and is none. Where the gateway has not told the amount yet, it is asked again: a violation
--          after the grace.
-- Caller:  audit-ledgers
-- Rows:    one "checked" with the number of orders, then one per violation (at most 1,000 of each kind)
-- :#graceSeconds  how long ago a deadline must have passed
SELECT 'checked' AS finding, CAST(NULL AS CHAR) COLLATE utf8mb4_bin AS subject,
       CAST(COUNT(*) AS CHAR) COLLATE utf8mb4_bin AS detail FROM orders
UNION ALL
(SELECT 'violation', o.id,
        CONCAT('order ', o.status, ', payment ', COALESCE(p.status, 'missing'), ', payable ', o.payable_amount,
               ', payment amount ', COALESCE(p.amount, 0), ', kept ', COALESCE(t.kept, 0), ' by ',
               COALESCE(t.keeping, 0), ' transactions, refunds due ', COALESCE(t.due, 0), ' (late ',
               COALESCE(t.late, 0), ')')
 FROM orders o
 LEFT JOIN payment p ON p.order_id = o.id
 LEFT JOIN (SELECT order_id,
                   SUM(CASE WHEN keeps THEN COALESCE(amount, 0) ELSE 0 END) AS kept,
                   SUM(keeps) AS keeping,
                   SUM(refund_state = 'DUE') AS due,
                   SUM(refund_state = 'DUE' AND updated_at < UTC_TIMESTAMP(6) - INTERVAL 1 HOUR) AS late
            FROM (SELECT order_id, amount, refund_state, updated_at,
                         status = 'SUCCESS' AND refund_state = 'NONE'
                         AND (amount IS NOT NULL
                              OR updated_at < UTC_TIMESTAMP(6) - INTERVAL :#graceSeconds SECOND) AS keeps
                  FROM payment_transaction) told
            GROUP BY order_id) t ON t.order_id = o.id
 WHERE p.order_id IS NULL
    OR p.amount <> o.payable_amount
    OR o.total_amount <> o.discount_amount + o.points_used + o.payable_amount
    OR (o.status = 'PAID' AND (p.status <> 'APPROVED' OR COALESCE(t.kept, 0) <> o.payable_amount
                               OR COALESCE(t.keeping, 0) <> (o.payable_amount > 0)))
    OR (o.status = 'CANCELED' AND (p.status = 'APPROVED' OR COALESCE(t.keeping, 0) <> 0))
    OR (o.status = 'PENDING_PAYMENT' AND p.status NOT IN ('PENDING', 'REQUESTED', 'UNKNOWN'))
    OR (p.status IN ('PENDING', 'REQUESTED', 'UNKNOWN')
        AND (p.due_at IS NULL
             OR p.hard_deadline_at < UTC_TIMESTAMP(6) - INTERVAL :#graceSeconds SECOND))
    OR (p.status = 'REFUNDING' AND COALESCE(t.due, 0) = 0)
    OR t.late > 0
 LIMIT 1000)
UNION ALL
(SELECT 'violation', v.order_id,
        CONCAT('a card is kept: order ', COALESCE(o.status, 'missing'), ', payment ', COALESCE(p.status, 'missing'))
 FROM card_vault v
 LEFT JOIN orders o ON o.id = v.order_id
 LEFT JOIN payment p ON p.order_id = v.order_id
 WHERE COALESCE(o.status, '') <> 'PENDING_PAYMENT'
    OR COALESCE(p.status, '') NOT IN ('PENDING', 'UNKNOWN')
 LIMIT 1000)
