package io.commerceroutes.app.console;

import java.util.Set;
import javax.management.ObjectName;
import org.jolokia.server.core.restrictor.AbstractConstantRestrictor;
import org.jolokia.server.core.util.HttpMethod;
import org.jolokia.server.core.util.RequestType;

/**
 * What Jolokia does for the console: it shows the flows and the JVM, and starts, stops, suspends and resumes routes.
 * Nothing else is changed or called, and no message is shown.
 */
final class ConsolePolicy extends AbstractConstantRestrictor {
    private static final Set<String> SHOWN =
            Set.of("org.apache.camel", "java.lang", "hawtio", "jolokia", "JMImplementation");
    private static final Set<String> CONTROLS = Set.of("start", "stop", "suspend", "resume");
    private static final Set<String> DRAWINGS =
            Set.of("dumpRoutesAsXml", "dumpRouteAsXml", "dumpRoutesStatsAsXml", "dumpRouteStatsAsXml");

    /** Settings may have come that way, and some of them are secret. */
    private static final Set<String> COMMAND_LINE = Set.of("SystemProperties", "InputArguments");

    private static final Set<RequestType> TYPES = Set.of(
            RequestType.VERSION,
            RequestType.CONFIG,
            RequestType.LIST,
            RequestType.SEARCH,
            RequestType.READ,
            RequestType.EXEC);

    ConsolePolicy() {
        super(true);
    }

    /** A GET needs no token against forgery, but could name an operation. */
    @Override
    public boolean isHttpMethodAllowed(HttpMethod method) {
        return method == HttpMethod.POST;
    }

    @Override
    public boolean isTypeAllowed(RequestType type) {
        return TYPES.contains(type);
    }

    @Override
    public boolean isObjectNameHidden(ObjectName bean) {
        return !SHOWN.contains(bean.getDomain());
    }

    @Override
    public boolean isAttributeReadAllowed(ObjectName bean, String attribute) {
        return !isObjectNameHidden(bean) && !COMMAND_LINE.contains(attribute);
    }

    @Override
    public boolean isAttributeWriteAllowed(ObjectName bean, String attribute) {
        return false;
    }

    /** @param operation by its name, or with the types of its parameters behind it */
    @Override
    public boolean isOperationAllowed(ObjectName bean, String operation) {
        String name = operation.replaceFirst("\\(.*", "");
        return switch (bean.getDomain() + ":" + bean.getKeyProperty("type")) {
            case "org.apache.camel:routes" -> CONTROLS.contains(name) || DRAWINGS.contains(name);
            case "org.apache.camel:context" -> DRAWINGS.contains(name);
            case "hawtio:security" -> name.equals("canInvoke"); // The page asks what it may offer.
            default -> false;
        };
    }

    /** Pages of other origins are not told that they may read an answer. */
    @Override
    public boolean isOriginAllowed(String origin, boolean onlyWhenStrict) {
        return onlyWhenStrict;
    }
}
