-- Purpose: the days that have ended and are not shown as they are: never closed, closed before they had ended, changed
-- since, or ranked by other weights. Of days without counts those that the schedule missed since it first closed one.
-- None that failed in the last :#retryMinutes.
-- Caller: refresh-stale.
-- Rows: 0 to :#daysMax, oldest first.
WITH RECURSIVE scheduled (day) AS (
    SELECT GREATEST(first.day, CAST(:#endedBefore AS DATE) - INTERVAL :#daysMax DAY)
    FROM (SELECT MIN(period_start) AS day FROM aggregation_run WHERE origin = 'SCHEDULE' AND period = 'DAILY') first
    WHERE first.day IS NOT NULL
    UNION ALL
    SELECT day + INTERVAL 1 DAY FROM scheduled WHERE day + INTERVAL 1 DAY < :#endedBefore
)
SELECT 'DAILY' AS period, DATE_FORMAT(ended.day, '%Y-%m-%d') AS day
FROM (SELECT day FROM scheduled
      UNION
      SELECT metric_date FROM day_revision) ended
LEFT JOIN aggregation_window w ON w.period = 'DAILY' AND w.period_start = ended.day
LEFT JOIN day_revision d ON d.metric_date = ended.day
WHERE ended.day < :#endedBefore
  AND (w.current_version IS NULL OR w.complete = 0 OR w.revision <> COALESCE(d.revision, 0)
       OR NOT w.weights <=> :#weights)
  AND NOT EXISTS (SELECT 1 FROM aggregation_run failed
                  WHERE failed.period = 'DAILY' AND failed.period_start = ended.day AND failed.state = 'FAILED'
                    AND failed.finished_at > UTC_TIMESTAMP(6) - INTERVAL :#retryMinutes MINUTE)
ORDER BY ended.day
LIMIT :#daysMax
