package io.commerceroutes.app.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.CompletionException;
import org.apache.camel.component.platform.http.springboot.SpringBootPlatformHttpConsumer;
import org.springframework.core.Ordered;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerAdapter;
import org.springframework.web.servlet.ModelAndView;

/**
 * Has requests of routes answered where they came in. Camel hands a future over, for which Spring MVC would send each
 * request through all filters a second time, though it is complete by then (decision 4).
 */
class RouteHandlerAdapter implements HandlerAdapter, Ordered {
    @Override
    public boolean supports(Object handler) {
        return handler instanceof HandlerMethod method && method.getBean() instanceof SpringBootPlatformHttpConsumer;
    }

    @Override
    public ModelAndView handle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws ServletException {
        SpringBootPlatformHttpConsumer route = (SpringBootPlatformHttpConsumer) ((HandlerMethod) handler).getBean();
        try {
            route.service(request, response).join();
        } catch (CompletionException failed) {
            throw new ServletException("A route ended", failed.getCause());
        }
        return null; // The route wrote the whole answer.
    }

    @Override
    @Deprecated
    @SuppressWarnings("deprecation")
    public long getLastModified(HttpServletRequest request, Object handler) {
        return -1;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
