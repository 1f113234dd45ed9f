-- Card payments: what asking the gateway, looking up and refunding need to know. Times are UTC.

-- Card numbers, encrypted. A row is erased in the transaction from which on its card need not be sent any more.
CREATE TABLE card_vault (
    order_id   CHAR(36)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    key_id     VARCHAR(32)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'names the key in the settings',
    sealed     VARBINARY(128) NOT NULL COMMENT 'nonce, cipher text and tag',
    created_at DATETIME(6)    NOT NULL
);

ALTER TABLE payment
    ADD COLUMN checks INT NOT NULL DEFAULT 0 COMMENT 'look-ups in a row that brought nothing new';

-- Keys are the gateway's names, told apart to the letter.
ALTER TABLE payment_transaction
    MODIFY COLUMN transaction_key VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    ADD COLUMN ordinal SMALLINT NOT NULL DEFAULT 0
        COMMENT 'counts the transactions of an order from 0, in the order in which they became known',
    ADD COLUMN refund_due_at DATETIME(6) NULL
        COMMENT 'when to try the refund next, which is when a claim on it ends; null unless refund_state is DUE',
    ADD COLUMN refund_tries INT NOT NULL DEFAULT 0 COMMENT 'since it became due',
    DROP KEY ix_payment_transaction_order,
    ADD KEY ix_payment_transaction_order (order_id, ordinal),
    ADD KEY ix_payment_transaction_refund (refund_state, refund_due_at);
