-- Purpose: runs that said nothing until their lease ended count as lost; what they may still do is fenced off.
-- Caller: recover-runs.
-- Rows: usually 0.
UPDATE aggregation_run
SET state = 'LOST', finished_at = UTC_TIMESTAMP(6)
WHERE state = 'RUNNING' AND lease_until < UTC_TIMESTAMP(6)
