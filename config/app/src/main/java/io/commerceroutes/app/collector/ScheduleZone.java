package io.commerceroutes.app.collector;

import java.time.ZoneId;
import org.quartz.CronTrigger;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Takes out the schedules that the database keeps from a start in another business zone, before the routes put in their
 * own: Camel takes a kept one for its own if their cron expressions are equal, and never looks at the zone.
 */
final class ScheduleZone implements SmartInitializingSingleton {
    private final Scheduler scheduler;
    private final String group;
    private final ZoneId zone;

    /** @param group of the schedules that follow the business zone */
    ScheduleZone(Scheduler scheduler, String group, ZoneId zone) {
        this.scheduler = scheduler;
        this.group = group;
        this.zone = zone;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            for (TriggerKey key : scheduler.getTriggerKeys(GroupMatcher.triggerGroupEquals(group))) {
                if (scheduler.getTrigger(key) instanceof CronTrigger kept
                        && !kept.getTimeZone().toZoneId().equals(zone)) {
                    scheduler.unscheduleJob(key);
                }
            }
        } catch (SchedulerException failure) {
            throw new IllegalStateException("The schedules of another zone cannot be taken out", failure);
        }
    }
}
