package io.commerceroutes.app;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** The transaction side: takes orders and money. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class CommerceApi {}
