package io.commerceroutes.routes.http;

import io.commerceroutes.routes.http.Problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Message;

/** Which page of a list is asked for: {@code page} from 0, {@code size} from 1 to 100. */
public record PageRequest(int page, int size) {
    private static final int SIZE_DEFAULT = 20;
    private static final int SIZE_MAX = 100;
    private static final int PAGE_MAX = 1_000_000;

    /** Reads the query parameters {@code page} and {@code size}. */
    public static PageRequest of(Message message) {
        List<FieldError> errors = new ArrayList<>();
        PageRequest request = of(message, errors);
        if (!errors.isEmpty()) {
            throw ApiProblem.invalid(errors);
        }
        return request;
    }

    /** Reads them for a request that has more parameters; what is not acceptable is added to {@code errors}. */
    public static PageRequest of(Message message, List<FieldError> errors) {
        int page = number(message, "page", 0, 0, PAGE_MAX, errors);
        int size = number(message, "size", SIZE_DEFAULT, 1, SIZE_MAX, errors);
        return new PageRequest(page, size);
    }

    public int offset() {
        return Math.multiplyExact(page, size);
    }

    private static int number(Message message, String name, int byDefault, int min, int max, List<FieldError> errors) {
        Object given = message.getHeader(name);
        if (given == null) {
            return byDefault;
        }
        try {
            int value = Integer.parseInt(given.toString());
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // Falls through to the same answer as a number out of range.
        }
        errors.add(new FieldError(name, "must be a whole number from %d to %d".formatted(min, max)));
        return byDefault;
    }
}
