-- Purpose: the months with closed days that are not shown as these are: never ranked, added up from other closes of
-- their days, by other weights, or before they had ended. None that failed in the last :#retryMinutes.
-- Caller: refresh-stale.
-- Rows: few; oldest first.
SELECT 'MONTHLY' AS period, DATE_FORMAT(months.first_day, '%Y-%m-%d') AS day
FROM (SELECT period_start - INTERVAL DAYOFMONTH(period_start) - 1 DAY AS first_day, SUM(revision) AS revision
      FROM aggregation_window
      WHERE period = 'DAILY' AND current_version IS NOT NULL
      GROUP BY period_start - INTERVAL DAYOFMONTH(period_start) - 1 DAY) months
LEFT JOIN aggregation_window w ON w.period = 'MONTHLY' AND w.period_start = months.first_day
WHERE (w.current_version IS NULL OR w.revision <> months.revision OR NOT w.weights <=> :#weights
       OR (w.complete = 0 AND LAST_DAY(months.first_day) < :#endedBefore))
  AND NOT EXISTS (SELECT 1 FROM aggregation_run failed
                  WHERE failed.period = 'MONTHLY' AND failed.period_start = months.first_day AND failed.state = 'FAILED'
                    AND failed.finished_at > UTC_TIMESTAMP(6) - INTERVAL :#retryMinutes MINUTE)
ORDER BY months.first_day
LIMIT :#daysMax
