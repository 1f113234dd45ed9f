package io.commerceroutes.routes.user;

import static io.commerceroutes.routes.http.ApiErrors.API_ERRORS;

import io.commerceroutes.routes.http.RequestBody;
import io.commerceroutes.routes.transaction.Transactions;
import io.commerceroutes.routes.user.UserEntry.RegisterBody;
import io.commerceroutes.routes.user.UserEntry.UserJson;
import org.apache.camel.builder.RouteBuilder;

/** Customers over HTTP. */
public class UserApi extends RouteBuilder {
    public static final String REGISTER_USER = "register-user";
    public static final String REGISTER_USER_TRANSACTION = "register-user-transaction";
    public static final String SHOW_OWN_USER = "show-own-user";
    private static final String COMMAND = "registration";

    private final UserEntry entry;

    public UserApi(UserEntry entry) {
        this.entry = entry;
    }

    @Override
    public void configure() {
        // spotless:off
        rest("/api/v1/users").tag("Users")
            .post().id("post-users").type(RegisterBody.class).outType(UserJson.class).consumes("application/json").to("direct:" + REGISTER_USER)
            .get("/me").id("get-users-me").outType(UserJson.class).to("direct:" + SHOW_OWN_USER);

        from("direct:" + REGISTER_USER)
            .routeId(REGISTER_USER)
            .routeDescription("Registers a customer, or answers that the login is taken.")
            .routeConfigurationId(API_ERRORS)
            .process(RequestBody::require).id("require-registration")
            .unmarshal().json(RegisterBody.class).id("read-registration")
            .to("bean-validator:registration").id("validate-registration")
            .setVariable(COMMAND).body().id("keep-registration")
            .to("direct:" + REGISTER_USER_TRANSACTION).id("register-in-one-transaction")
            .process(entry::answerRegistered).id("answer-registered")
            .marshal().json().id("write-registered");

        from("direct:" + REGISTER_USER_TRANSACTION)
            .routeId(REGISTER_USER_TRANSACTION)
            .routeDescription("Writes the customer and the point account in one transaction.")
            .errorHandler(noErrorHandler())
            .transacted(Transactions.JPA)
            .setBody(variable(COMMAND)).id("take-registration")
            .bean(entry, "register").id("register");

        from("direct:" + SHOW_OWN_USER)
            .routeId(SHOW_OWN_USER)
            .routeDescription("Shows a customer the own profile with its points.")
            .routeConfigurationId(API_ERRORS)
            .process(entry::answerOwn).id("find-own-user")
            .marshal().json().id("write-own-user");
        // spotless:on
    }
}
