package io.commerceroutes.adapters.product;

import org.springframework.data.jpa.repository.JpaRepository;

interface BrandRepository extends JpaRepository<BrandEntity, Long> {}
