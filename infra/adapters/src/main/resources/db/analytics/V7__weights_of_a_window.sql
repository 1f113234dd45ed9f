-- By which weights a window was ranked: where others are in force now, it is ranked again.

ALTER TABLE aggregation_window ADD COLUMN weights VARCHAR(40) CHARACTER SET ascii NULL;
