-- Purpose: repeat the lost runs that somebody asked for; whatever else was lost is found again as a window that is due.
-- A lost run has one repeat at most, whoever is first.
-- Caller: recover-runs.
-- Rows: usually 0.
INSERT IGNORE INTO aggregation_run (period, period_start, period_end, origin, parent_run_id, attempt, state, requested_at)
SELECT lost.period, lost.period_start, lost.period_end, 'RECOVERY', lost.run_id, lost.attempt + 1, 'REQUESTED',
       UTC_TIMESTAMP(6)
FROM aggregation_run lost
LEFT JOIN aggregation_run child ON child.parent_run_id = lost.run_id
WHERE lost.state = 'LOST' AND lost.origin IN ('OPERATOR', 'RECOVERY') AND lost.attempt < :#attemptsMax
  AND child.run_id IS NULL
