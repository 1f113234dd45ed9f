-- Purpose: the runs to start now. An operator's at once, and the repeat of one; others only when whoever asked for them did not start them.
-- Caller: run-requested, every tick.
-- Rows: 0 to 10.
SELECT run_id FROM aggregation_run
WHERE state = 'REQUESTED'
  AND (origin IN ('OPERATOR', 'RECOVERY') OR requested_at < UTC_TIMESTAMP(6) - INTERVAL :#graceSeconds SECOND)
ORDER BY run_id
LIMIT 10
