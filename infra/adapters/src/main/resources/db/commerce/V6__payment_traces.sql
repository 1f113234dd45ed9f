-- What is done about a card payment later belongs to the trace that it was ordered in.
ALTER TABLE payment
    ADD COLUMN traceparent CHAR(55) CHARACTER SET ascii COLLATE ascii_bin NULL;
