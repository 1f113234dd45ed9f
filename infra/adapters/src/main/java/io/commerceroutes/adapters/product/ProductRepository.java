package io.commerceroutes.adapters.product;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;

interface ProductRepository extends JpaRepository<ProductEntity, Long> {
    @EntityGraph(attributePaths = "brand")
    Optional<ProductEntity> findWithBrandById(long id);

    @EntityGraph(attributePaths = "brand")
    List<ProductEntity> findAllBy(Pageable page);
}
