package io.commerceroutes.local.platform;

/** The same commerce-api for every class that asks for one. */
final class SharedApi extends Shared<RunningApi> {
    SharedApi() {
        super(RunningApi.class, RunningApi::new);
    }
}
