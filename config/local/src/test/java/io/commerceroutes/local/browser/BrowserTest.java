package io.commerceroutes.local.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Tests in a real Chromium, with a {@link Visit} for each that asks for one; only under the profile {@code browser}, and
 * while no other test takes the machine's time.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("browser")
@Isolated
@ExtendWith(Visits.class)
@interface BrowserTest {}
