package io.commerceroutes.local;

import io.commerceroutes.embedded.FolderInUseException;
import io.commerceroutes.embedded.PortTakenException;
import io.commerceroutes.embedded.ServerStartException;
import io.commerceroutes.embedded.UnsupportedPlatformException;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.web.server.PortInUseException;

/** Says in one line why the platform did not start, and what to do about it. */
final class FailureLine {
    private final Ports ports;
    private final DataFolder data;

    FailureLine(Ports ports, DataFolder data) {
        this.ports = ports;
        this.data = data;
    }

    String of(Throwable failure) {
        return find(failure, PortTakenException.class)
                .map(Throwable::getMessage)
                .or(() -> find(failure, PortInUseException.class).map(taken -> taken(taken.getPort())))
                .or(() -> find(failure, FolderInUseException.class).map(this::inUse))
                .or(() -> find(failure, UnsupportedPlatformException.class).map(FailureLine::unsupported))
                .or(() -> find(failure, ServerStartException.class).map(Throwable::getMessage))
                .orElseGet(() -> other(failure));
    }

    /** A role found its port taken, though it was free when we looked. */
    private String taken(int port) {
        String option = ports.settingOf(port).map(PortSetting::option).orElse("another port");
        return new PortTakenException(port, option).getMessage();
    }

    private String inUse(FolderInUseException inUse) {
        return "The data folder %s is in use by another running platform: end it, or choose another COMMERCE_DATA_DIR"
                .formatted(data.path());
    }

    private static String unsupported(UnsupportedPlatformException unsupported) {
        return unsupported.getMessage()
                + "; name servers of your own with COMMERCE_DB_URL and ANALYTICS_DB_URL, KAFKA_BOOTSTRAP_SERVERS, REDIS_URL";
    }

    private String other(Throwable failure) {
        Throwable root = causes(failure).reduce((outer, inner) -> inner).orElse(failure);
        String reason = Optional.ofNullable(root.getMessage())
                .flatMap(message -> message.lines().findFirst())
                .orElse(root.getClass().getSimpleName());
        String title = find(failure, PartFailedException.class)
                .map(failed -> failed.part().title())
                .orElse("The platform");
        return "%s did not start: %s; see %s".formatted(title, reason, data.log());
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        return causes(failure).filter(type::isInstance).map(type::cast).findFirst();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(50);
    }
}
