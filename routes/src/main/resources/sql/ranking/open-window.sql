-- Purpose: fence the window: from here on only this run, or a younger one, may write it.
-- Caller: open-window.
-- Rows: 1 or 2, as the server counts an upsert.
INSERT INTO aggregation_window (period, period_start, period_end, fence)
VALUES (:#period, :#periodStart, :#periodEnd, :#runId)
ON DUPLICATE KEY UPDATE fence = GREATEST(fence, VALUES(fence))
