-- A call of the gateway's is followed up by a look-up that went out after it, and by no other.
ALTER TABLE payment
    ADD COLUMN calls_received    BIGINT NOT NULL DEFAULT 0 COMMENT 'how often the gateway called about it',
    ADD COLUMN calls_followed_up BIGINT NOT NULL DEFAULT 0 COMMENT 'how many of these calls a later look-up answered';

-- What is closed and due may be so for a call alone.
UPDATE payment
SET calls_received = 1
WHERE due_at IS NOT NULL
  AND status NOT IN ('PENDING', 'REQUESTED', 'UNKNOWN');
