package io.commerceroutes.local.platform;

/** A write endpoint of commerce-api: who may call it, where, and a body it takes. */
enum Write {
    REGISTER("CUSTOMER", "/api/v1/users", "{\"loginId\":\"new\",\"email\":\"new@example.com\"}"),
    CHARGE("CUSTOMER", "/api/v1/points/charge", "{\"amount\":1}"),
    ORDER(
            "CUSTOMER",
            "/api/v1/orders",
            "{\"items\":[{\"productId\":1,\"quantity\":1}],\"payment\":{\"method\":\"POINT\"}}"),
    ADD_PRODUCT("ADMIN", "/api/v1/products", "{\"name\":\"A\",\"price\":1,\"brandId\":1,\"stock\":1}"),
    OFFER_COUPON(
            "ADMIN",
            "/api/v1/coupons",
            "{\"name\":\"A\",\"type\":\"FIXED\",\"value\":1,\"validFrom\":\"2026-01-01T00:00:00+09:00\","
                    + "\"validTo\":\"2099-01-01T00:00:00+09:00\"}"),
    ADJUST_STOCK("ADMIN", "/api/v1/products/1/stock", "{\"delta\":1,\"reason\":\"x\"}"),
    TOKEN("CUSTOMER", "/api/v1/auth/tokens", "{\"userId\":1,\"role\":\"CUSTOMER\"}");

    private final String role;
    private final String path;
    private final String good;

    Write(String role, String path, String good) {
        this.role = role;
        this.path = path;
        this.good = good;
    }

    String role() {
        return role;
    }

    String path() {
        return path;
    }

    String good() {
        return good;
    }
}
