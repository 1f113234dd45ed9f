package io.commerceroutes.app.openapi;

import org.apache.camel.CamelContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.webjars.WebJarVersionLocator;

/** The role's OpenAPI document at /api-doc, and Swagger UI for it at /swagger-ui.html. */
@Configuration(proxyBeanMethods = false)
@Import(ApiDocumentController.class)
public class ApiDocumentation implements WebMvcConfigurer {
    private static final String OURS = "classpath:/swagger-ui/";
    private static final String THEIRS = "classpath:/META-INF/resources/webjars/swagger-ui/%s/";

    @Bean
    ApiDocument apiDocument(CamelContext camel) {
        return new ApiDocument(camel);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        String version = new WebJarVersionLocator().version("swagger-ui");
        registry.addResourceHandler("/swagger-ui.html").addResourceLocations(OURS);
        registry.addResourceHandler("/swagger-ui/**").addResourceLocations(OURS, THEIRS.formatted(version));
    }
}
