package io.commerceroutes.app.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Decides where no rule does: nobody reaches an endpoint that the rules forgot. Who has a token and asks for what is not
 * there is let through to be told so (404, or 405 with the methods that are).
 */
class UnnamedPaths implements AuthorizationManager<RequestAuthorizationContext> {
    private static final String API = "/api/";

    private final AuthenticationTrustResolver trust = new AuthenticationTrustResolverImpl();
    private final ObjectProvider<RequestMappingHandlerMapping> endpoints;

    /** @param endpoints asked when a request comes: they are not there yet while this is made */
    UnnamedPaths(ObjectProvider<RequestMappingHandlerMapping> endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    @SuppressWarnings("deprecation") // Its successor has this one called.
    public AuthorizationDecision check(Supplier<Authentication> caller, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        return new AuthorizationDecision(request.getRequestURI().startsWith(API)
                && trust.isAuthenticated(caller.get())
                && endpoints.stream().noneMatch(mapping -> serves(mapping, request)));
    }

    private static boolean serves(RequestMappingHandlerMapping mapping, HttpServletRequest request) {
        try {
            return mapping.getHandler(request) != null;
        } catch (Exception noEndpointTakesThis) {
            return false;
        }
    }
}
