-- Dead letters that wait for somebody are counted every few seconds.

ALTER TABLE dead_letter ADD INDEX ix_dead_letter_replayed (replayed_at);
