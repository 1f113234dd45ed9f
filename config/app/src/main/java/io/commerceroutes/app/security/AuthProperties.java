package io.commerceroutes.app.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How tokens are checked.
 *
 * @param rememberFor how long at most a verified token is not verified again
 * @param rememberedMax tokens that are remembered
 * @param clockSkew how far the issuer's clock may be from ours
 * @param keysConnectTimeout of the server that the keys come from
 */
@ConfigurationProperties("commerce.auth")
record AuthProperties(
        Duration rememberFor,
        int rememberedMax,
        Duration clockSkew,
        Duration keysConnectTimeout,
        Duration keysReadTimeout) {}
