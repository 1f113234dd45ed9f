-- Purpose: keep the last three versions of a window, and nothing of runs that never came to be shown, this one included.
-- Caller: run-aggregation.
-- Rows: those of the versions removed; usually one version, or none.
DELETE r FROM product_ranking r
JOIN (SELECT past.run_id
      FROM aggregation_run past
      WHERE past.period = :#period AND past.period_start = :#periodStart AND past.run_id <= :#runId
        AND (past.state IN ('FAILED', 'SUPERSEDED', 'LOST')
             OR past.run_id NOT IN (SELECT kept.run_id
                                    FROM (SELECT run_id FROM aggregation_run
                                          WHERE period = :#period AND period_start = :#periodStart
                                            AND state = 'DONE'
                                          ORDER BY run_id DESC LIMIT 3) kept))) gone
  ON gone.run_id = r.version
WHERE r.period = :#period
  AND r.version NOT IN (SELECT w.current_version FROM aggregation_window w
                        WHERE w.period = :#period AND w.period_start = :#periodStart AND w.current_version IS NOT NULL)
