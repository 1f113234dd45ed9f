-- The catalogue at 100,000 products and more: pages in every order and totals without a scan, parts of names, likes.

-- Counts are kept by those who add and change products, so that no list counts rows.
ALTER TABLE brand
    ADD COLUMN product_count BIGINT NOT NULL DEFAULT 0;

UPDATE brand SET product_count = (SELECT COUNT(*) FROM product WHERE product.brand_id = brand.id);

-- Names the state of all products together, in one row. Who adds or changes a product locks it first.
CREATE TABLE catalogue_revision (
    id            TINYINT     NOT NULL PRIMARY KEY,
    revised_at    DATETIME(6) NOT NULL,
    product_count BIGINT      NOT NULL
);

INSERT INTO catalogue_revision (id, revised_at, product_count)
SELECT 1, UTC_TIMESTAMP(6), COUNT(*) FROM product;

-- One index for each order, over all products and over a brand's, in the direction in which it is read: backwards takes
-- five times as long. Equals come newest first, also where the price rises.
ALTER TABLE product
    ADD COLUMN changed_at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6)
        COMMENT 'of name, price or brand; later with each change',
    ADD COLUMN search_name VARCHAR(400) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT ''
        COMMENT 'the name, normalised for searching',
    ADD CONSTRAINT ck_product_likes CHECK (likes >= 0),
    ADD KEY ix_product_latest (id DESC),
    ADD KEY ix_product_price (price, id DESC),
    ADD KEY ix_product_price_desc (price DESC, id DESC),
    ADD KEY ix_product_likes (likes DESC, id DESC),
    ADD KEY ix_product_brand_latest (brand_id, id DESC),
    ADD KEY ix_product_brand_price (brand_id, price, id DESC),
    ADD KEY ix_product_brand_price_desc (brand_id, price DESC, id DESC),
    ADD KEY ix_product_brand_likes (brand_id, likes DESC, id DESC);

-- The application normalises further (NFKC); names kept until now get as much of it as SQL can do.
UPDATE product
SET changed_at = created_at,
    search_name = LOWER(TRIM(REGEXP_REPLACE(name, '[[:space:]]+', ' ')));

-- What a name contains is what one of its parts begins with: a part starts at each character that is no blank, and has
-- up to 20. A look-up is a range of this key.
CREATE TABLE product_name_part (
    part       VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    product_id BIGINT      NOT NULL,
    PRIMARY KEY (part, product_id)
);

-- A name that repeats itself has the same part more than once.
INSERT IGNORE INTO product_name_part (part, product_id)
WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 200)
SELECT RTRIM(SUBSTRING(product.search_name, numbers.n, 20)) AS part, product.id
FROM product JOIN numbers ON numbers.n <= CHAR_LENGTH(product.search_name)
WHERE SUBSTRING(product.search_name, numbers.n, 1) <> ' '
ORDER BY part, product.id;

-- No foreign keys: a like would lock its product for reading before it locks it for counting.
-- A like that was taken back leaves its row: likes that come and go at once would deadlock on rows being deleted.
CREATE TABLE product_like (
    user_id    BIGINT      NOT NULL,
    product_id BIGINT      NOT NULL,
    event_id   CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the event that told of it last',
    liked      BOOLEAN     NOT NULL DEFAULT TRUE,
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (user_id, product_id)
);
