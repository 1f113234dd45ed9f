-- Purpose: the days of a week or month that must be closed before it is ranked: all that have counts if an operator
-- asks, else those whose counts changed since, or that were closed before they had ended.
-- Caller: close-days.
-- Rows: 0 to 31.
SELECT DATE_FORMAT(d.metric_date, '%Y-%m-%d') AS day
FROM day_revision d
LEFT JOIN aggregation_window w ON w.period = 'DAILY' AND w.period_start = d.metric_date
WHERE d.metric_date BETWEEN :#periodStart AND :#periodEnd
  AND (:#origin = 'OPERATOR'
       OR w.current_version IS NULL
       OR w.revision <> d.revision
       OR (w.complete = 0 AND d.metric_date < :#endedBefore))
ORDER BY d.metric_date
