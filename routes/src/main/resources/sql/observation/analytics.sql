-- Purpose: what waits on the collector's side: dead letters that nobody put back, windows that have ended and are not
--          closed, and how long ago the newest closed window of each period was written.
-- Caller:  observe-collector
-- Rows:    7; an age is null where no window was closed yet
-- :#endedBefore  the first day that need not be closed yet
SELECT 'commerce.dead.letters.waiting' AS gauge, '' AS tag, COUNT(*) AS figure
FROM dead_letter
WHERE replayed_at IS NULL
UNION ALL
SELECT 'commerce.aggregation.windows.overdue', 'DAILY', COUNT(*)
FROM day_revision d
LEFT JOIN aggregation_window w ON w.period = 'DAILY' AND w.period_start = d.metric_date
WHERE d.metric_date < :#endedBefore
  AND (w.current_version IS NULL OR w.complete = 0)
UNION ALL
SELECT 'commerce.aggregation.windows.overdue', 'WEEKLY', COUNT(*)
FROM (SELECT DISTINCT period_start - INTERVAL WEEKDAY(period_start) DAY AS first_day
      FROM aggregation_window
      WHERE period = 'DAILY' AND complete = 1) weeks
LEFT JOIN aggregation_window w ON w.period = 'WEEKLY' AND w.period_start = weeks.first_day
WHERE weeks.first_day + INTERVAL 6 DAY < :#endedBefore
  AND (w.current_version IS NULL OR w.complete = 0)
UNION ALL
SELECT 'commerce.aggregation.windows.overdue', 'MONTHLY', COUNT(*)
FROM (SELECT DISTINCT period_start - INTERVAL DAYOFMONTH(period_start) - 1 DAY AS first_day
      FROM aggregation_window
      WHERE period = 'DAILY' AND complete = 1) months
LEFT JOIN aggregation_window w ON w.period = 'MONTHLY' AND w.period_start = months.first_day
WHERE LAST_DAY(months.first_day) < :#endedBefore
  AND (w.current_version IS NULL OR w.complete = 0)
UNION ALL
SELECT 'commerce.aggregation.age.seconds', periods.period,
       TIMESTAMPDIFF(SECOND, MAX(w.generated_at), UTC_TIMESTAMP(6))
FROM (SELECT 'DAILY' AS period UNION ALL SELECT 'WEEKLY' UNION ALL SELECT 'MONTHLY') periods
LEFT JOIN aggregation_window w ON w.period = periods.period AND w.complete = 1
GROUP BY periods.period
