-- Purpose: what is counted on write is what there is: a brand's products, all products, a product's likes.
-- Caller:  audit-ledgers
-- Rows:    one "checked" with the number of products, then one per violation (at most 1,000 of each kind)
SELECT 'checked' AS finding, CAST(NULL AS CHAR) COLLATE utf8mb4_bin AS subject,
       CAST(COUNT(*) AS CHAR) COLLATE utf8mb4_bin AS detail FROM product
UNION ALL
(SELECT 'violation', CONCAT('brand ', b.id), CONCAT('counted ', b.product_count, ', found ', COALESCE(p.found, 0))
 FROM brand b
 LEFT JOIN (SELECT brand_id, COUNT(*) AS found FROM product GROUP BY brand_id) p ON p.brand_id = b.id
 WHERE b.product_count <> COALESCE(p.found, 0)
 LIMIT 1000)
UNION ALL
(SELECT 'violation', 'all products', CONCAT('counted ', r.product_count, ', found ', p.found)
 FROM catalogue_revision r
 JOIN (SELECT COUNT(*) AS found FROM product) p
 WHERE r.product_count <> p.found)
UNION ALL
(SELECT 'violation', CAST(p.id AS CHAR), CONCAT('likes ', p.likes, ', found ', COALESCE(l.found, 0))
 FROM product p
 LEFT JOIN (SELECT product_id, COUNT(*) AS found FROM product_like WHERE liked GROUP BY product_id) l ON l.product_id = p.id
 WHERE p.likes <> COALESCE(l.found, 0)
 LIMIT 1000)
