-- Issuing a coupon is a hot path, so no foreign key: its check would lock the coupon's row, shared, before its counter
-- locks it alone, and two customers who do so at once would wait for each other. Rows are made from a coupon that is
-- there, and coupons stay.
ALTER TABLE issued_coupon
    DROP FOREIGN KEY fk_issued_coupon_coupon;

-- A customer's orders, the newest first, are paged and counted from the index alone, also those of one status.
ALTER TABLE orders
    DROP KEY ix_orders_user,
    ADD KEY ix_orders_user_newest (user_id, created_at DESC, id DESC, status);
