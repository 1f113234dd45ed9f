package io.commerceroutes.app.security;

import io.commerceroutes.routes.http.ApiProblem;
import io.commerceroutes.routes.http.Caller;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** The caller as Spring Security knows it. A token whose subject is no user id is as good as none. */
class TokenCaller implements Caller {
    @Override
    public long userId() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        String subject = authentication == null ? "" : authentication.getName();
        if (!subject.matches("[0-9]{1,18}")) {
            throw ApiProblem.unauthenticated(
                    "Bearer error=\"invalid_token\"", "The token's subject is no user of ours.");
        }
        return Long.parseLong(subject);
    }
}
