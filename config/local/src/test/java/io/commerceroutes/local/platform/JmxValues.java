package io.commerceroutes.local.platform;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** What this JVM shows by JMX. */
final class JmxValues {
    private JmxValues() {}

    /** Every value that can be read, and the reasons why others cannot. */
    static List<String> all() throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        List<String> values = new ArrayList<>();
        for (ObjectName name : server.queryNames(null, null)) {
            for (MBeanAttributeInfo attribute : attributes(server, name)) {
                if (attribute.isReadable()) {
                    values.add(value(server, name, attribute.getName()));
                }
            }
        }
        return values;
    }

    private static MBeanAttributeInfo[] attributes(MBeanServer server, ObjectName name) throws JMException {
        try {
            return server.getMBeanInfo(name).getAttributes();
        } catch (InstanceNotFoundException endedMeanwhile) {
            return new MBeanAttributeInfo[0];
        }
    }

    private static String value(MBeanServer server, ObjectName name, String attribute) {
        try {
            return text(server.getAttribute(name, attribute));
        } catch (JMException | RuntimeException unreadable) {
            return String.valueOf(unreadable.getMessage());
        }
    }

    /** Arrays, of whatever they are, with what they hold. */
    private static String text(Object value) {
        if (value instanceof Object[] values) {
            return Arrays.deepToString(values);
        }
        if (value instanceof char[] characters) {
            return new String(characters);
        }
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : String.valueOf(value);
    }
}
