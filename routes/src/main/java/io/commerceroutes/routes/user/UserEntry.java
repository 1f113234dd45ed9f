package io.commerceroutes.routes.user;

import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.point.PointLedger;
import io.commerceroutes.domain.user.User;
import io.commerceroutes.domain.user.Users;
import io.commerceroutes.routes.http.Answer;
import io.commerceroutes.routes.http.ApiProblem;
import io.commerceroutes.routes.http.Caller;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import org.apache.camel.Exchange;

/** Between HTTP and the customers. */
public class UserEntry {
    private final Caller caller;
    private final Users users;
    private final PointLedger points;
    private final Clock clock;

    public UserEntry(Caller caller, Users users, PointLedger points, Clock clock) {
        this.caller = caller;
        this.users = users;
        this.points = points;
        this.clock = clock;
    }

    /** What POST /users takes. */
    public record RegisterBody(
            @NotBlank
            @Pattern(
                    regexp = "[A-Za-z0-9._-]{3,50}",
                    message = "must be 3 to 50 letters, digits, dots, dashes or underscores")
            String loginId,

            @NotBlank @Email @Size(max = 254) String email) {}

    record UserJson(long userId, String loginId, String email, long points) {
        static UserJson of(User user, Money points) {
            return new UserJson(user.userId(), user.loginId(), user.email(), points.won());
        }
    }

    public User register(RegisterBody body) {
        try {
            return users.register(body.loginId(), body.email(), clock.instant());
        } catch (Users.UserExists taken) {
            throw new ApiProblem(409, "USER_ALREADY_EXISTS", "The login id or the email is taken.");
        }
    }

    void answerRegistered(Exchange exchange) {
        User user = exchange.getMessage().getBody(User.class);
        Answer.created(exchange, 201, "/api/v1/users/me", UserJson.of(user, Money.ZERO));
    }

    void answerOwn(Exchange exchange) {
        User user = users.find(caller.userId()).orElseThrow(() -> ApiProblem.notFound("USER"));
        Answer.with(
                exchange, 200, UserJson.of(user, points.balance(user.userId()).orElse(Money.ZERO)));
    }
}
