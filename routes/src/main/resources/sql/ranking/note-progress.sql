-- Purpose: write down what a run is at, and keep it from counting as lost.
-- Caller: note-progress.
-- Rows: 1, or 0 if the run counts as lost already.
UPDATE aggregation_run
SET progress = :#progress, lease_until = UTC_TIMESTAMP(6) + INTERVAL :#leaseSeconds SECOND
WHERE run_id = :#runId AND state = 'RUNNING'
