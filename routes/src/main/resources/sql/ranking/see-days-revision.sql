-- Purpose: which closes of its days a week or month is about to be added up from; a sum only grows, like its parts.
-- Caller: rank-week, rank-month.
-- Rows: 1.
SELECT CAST(COALESCE(SUM(revision), 0) AS SIGNED) AS revision
FROM aggregation_window
WHERE period = 'DAILY' AND period_start BETWEEN :#periodStart AND :#periodEnd
