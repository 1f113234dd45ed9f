package io.commerceroutes.app.commerce;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.routes.auth.IssueTokenRoute;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class LocalLoginTest {
    @Test
    void tokens_for_the_asking_do_not_exist_outside_the_local_profile() {
        for (String profile : new String[] {"default", "production", "localhost"}) {
            new ApplicationContextRunner()
                    .withUserConfiguration(LocalLogin.class)
                    .withPropertyValues("spring.profiles.active=" + profile)
                    .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(IssueTokenRoute.class));
        }
    }
}
