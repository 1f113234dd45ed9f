-- Purpose: take a requested run, so that no other instance does.
-- Caller: run-aggregation.
-- Rows: 1 if taken, 0 if another was faster.
UPDATE aggregation_run
SET state = 'RUNNING', started_at = UTC_TIMESTAMP(6),
    lease_until = UTC_TIMESTAMP(6) + INTERVAL :#leaseSeconds SECOND
WHERE run_id = :#runId AND state = 'REQUESTED'
