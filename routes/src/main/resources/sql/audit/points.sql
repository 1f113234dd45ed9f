-- Purpose: every balance equals the sum of its movements, and what orders took equals what standing orders used.
-- Caller:  audit-ledgers
-- Rows:    one "checked" with the number of accounts, then one per violation (at most 1,000)
SELECT 'checked' AS finding, CAST(NULL AS CHAR) COLLATE utf8mb4_bin AS subject,
       CAST(COUNT(*) AS CHAR) COLLATE utf8mb4_bin AS detail FROM point_account
UNION ALL
(SELECT 'violation', CAST(a.user_id AS CHAR),
        CONCAT('balance ', a.balance, ', ledger ', COALESCE(m.total, 0), ', taken by orders ', COALESCE(m.taken, 0),
               ', used by standing orders ', COALESCE(s.used, 0))
 FROM point_account a
 LEFT JOIN (SELECT user_id, SUM(delta) AS total,
                   -SUM(CASE WHEN source_type = 'ORDER' THEN delta ELSE 0 END) AS taken
            FROM point_movement GROUP BY user_id) m ON m.user_id = a.user_id
 LEFT JOIN (SELECT user_id, SUM(points_used) AS used
            FROM orders WHERE status <> 'CANCELED' GROUP BY user_id) s ON s.user_id = a.user_id
 WHERE a.balance < 0
    OR a.balance <> COALESCE(m.total, 0)
    OR COALESCE(m.taken, 0) <> COALESCE(s.used, 0)
 LIMIT 1000)
