package io.commerceroutes.local.platform;

/** The same collector for every class that asks for one. */
final class SharedCollector extends Shared<RunningCollector> {
    SharedCollector() {
        super(RunningCollector.class, RunningCollector::new);
    }
}
