-- Purpose: the weeks with closed days that are not shown as these are: never ranked, added up from other closes of
-- their days, by other weights, or before they had ended. None that failed in the last :#retryMinutes.
-- Caller: refresh-stale.
-- Rows: few; oldest first.
SELECT 'WEEKLY' AS period, DATE_FORMAT(weeks.first_day, '%Y-%m-%d') AS day
FROM (SELECT period_start - INTERVAL WEEKDAY(period_start) DAY AS first_day, SUM(revision) AS revision
      FROM aggregation_window
      WHERE period = 'DAILY' AND current_version IS NOT NULL
      GROUP BY period_start - INTERVAL WEEKDAY(period_start) DAY) weeks
LEFT JOIN aggregation_window w ON w.period = 'WEEKLY' AND w.period_start = weeks.first_day
WHERE (w.current_version IS NULL OR w.revision <> weeks.revision OR NOT w.weights <=> :#weights
       OR (w.complete = 0 AND weeks.first_day + INTERVAL 6 DAY < :#endedBefore))
  AND NOT EXISTS (SELECT 1 FROM aggregation_run failed
                  WHERE failed.period = 'WEEKLY' AND failed.period_start = weeks.first_day AND failed.state = 'FAILED'
                    AND failed.finished_at > UTC_TIMESTAMP(6) - INTERVAL :#retryMinutes MINUTE)
ORDER BY weeks.first_day
LIMIT :#daysMax
