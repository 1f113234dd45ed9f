-- How often products were ordered, paid or not, beside what was sold of them.

ALTER TABLE product_metrics ADD COLUMN orders_created BIGINT NOT NULL DEFAULT 0 AFTER likes;
ALTER TABLE product_metrics_daily ADD COLUMN orders_created BIGINT NOT NULL DEFAULT 0 AFTER likes;
ALTER TABLE product_metrics_weekly ADD COLUMN orders_created BIGINT NOT NULL DEFAULT 0 AFTER likes;
ALTER TABLE product_metrics_monthly ADD COLUMN orders_created BIGINT NOT NULL DEFAULT 0 AFTER likes;
ALTER TABLE product_ranking ADD COLUMN orders_created BIGINT NOT NULL DEFAULT 0 AFTER likes;
