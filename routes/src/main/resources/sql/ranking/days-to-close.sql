-- Purpose: the days of a week or month that must be closed before it is ranked: all that have counts if an operator
-- asked, else of those that have ended the ones whose counts changed since, or that were closed before.
-- Caller: close-days.
-- Rows: 0 to 31.
SELECT DATE_FORMAT(d.metric_date, '%Y-%m-%d') AS day
FROM day_revision d
LEFT JOIN aggregation_window w ON w.period = 'DAILY' AND w.period_start = d.metric_date
WHERE d.metric_date BETWEEN :#periodStart AND :#periodEnd
  AND (:#origin IN ('OPERATOR', 'RECOVERY')
       OR (d.metric_date < :#endedBefore
           AND (w.current_version IS NULL OR w.complete = 0 OR w.revision <> d.revision)))
ORDER BY d.metric_date
