-- Purpose: every balance equals the sum of its movements, what orders took equals what standing orders used, and no order
--          earned more than its card paid, or kept what it earned when it was canceled: that is revoked or recorded as
--          a shortfall, to the won.
-- Caller:  audit-ledgers
-- Rows:    one "checked" with the number of accounts, then one per violation (at most 1,000 of each kind)
SELECT 'checked' AS finding, CAST(NULL AS CHAR) COLLATE utf8mb4_bin AS subject,
       CAST(COUNT(*) AS CHAR) COLLATE utf8mb4_bin AS detail FROM point_account
UNION ALL
(SELECT 'violation', CAST(a.user_id AS CHAR),
        CONCAT('balance ', a.balance, ', ledger ', COALESCE(m.total, 0), ', taken by orders ', COALESCE(m.taken, 0),
               ', used by standing orders ', COALESCE(s.used, 0))
 FROM point_account a
 LEFT JOIN (SELECT user_id, SUM(delta) AS total,
                   -SUM(CASE WHEN source_type = 'ORDER' AND kind IN ('USE', 'REFUND') THEN delta ELSE 0 END) AS taken
            FROM point_movement GROUP BY user_id) m ON m.user_id = a.user_id
 LEFT JOIN (SELECT user_id, SUM(points_used) AS used
            FROM orders WHERE status <> 'CANCELED' GROUP BY user_id) s ON s.user_id = a.user_id
 WHERE a.balance < 0
    OR a.balance <> COALESCE(m.total, 0)
    OR COALESCE(m.taken, 0) <> COALESCE(s.used, 0)
 LIMIT 1000)
UNION ALL
(SELECT 'violation', e.order_id,
        CONCAT('order ', COALESCE(o.status, 'missing'), ', payable ', COALESCE(o.payable_amount, 0), ', earned ', e.earned,
               ', revoked ', e.revoked, ', short of ', e.lacking)
 FROM (SELECT order_id, SUM(earned) AS earned, SUM(revoked) AS revoked, SUM(lacking) AS lacking
       FROM (SELECT source_id AS order_id,
                    CASE WHEN kind = 'EARN' THEN delta ELSE 0 END AS earned,
                    CASE WHEN kind = 'REVOKE' THEN -delta ELSE 0 END AS revoked,
                    0 AS lacking
             FROM point_movement WHERE source_type = 'ORDER' AND kind IN ('EARN', 'REVOKE')
             UNION ALL
             SELECT order_id, 0, 0, amount FROM point_shortfall) moved
       GROUP BY order_id) e
 LEFT JOIN orders o ON o.id = e.order_id
 WHERE e.earned > CASE WHEN o.paid_at IS NULL THEN 0 ELSE o.payable_amount END
    OR e.revoked + e.lacking <> CASE WHEN o.status = 'CANCELED' THEN e.earned ELSE 0 END
 LIMIT 1000)
