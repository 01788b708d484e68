package health.kedja.access;

import health.kedja.GuardedServerExtension;
import health.kedja.access.TwoRegions.Standing;
import health.kedja.history.Records;
import health.kedja.operation.cdshooks.Hook;
import java.util.EnumSet;
import java.util.List;
import java.util.function.UnaryOperator;

/** The rows about the services of CDS Hooks, of a patient of every standing and of a record that is sent. */
final class ServiceDoors {

    private final TwoRegions world;
    private final String base;

    ServiceDoors(TwoRegions world, GuardedServerExtension server) {
        this.world = world;
        this.base = server.base() + "/";
    }

    List<Door> all() {
        return List.of(
                stored(Hook.VIEW, Hook::view),
                stored(Hook.DISCHARGE, Hook::discharge),
                sent(Hook.VIEW, Hook.view("p", record())),
                sent(Hook.DISCHARGE, Hook.discharge("p", record())));
    }

    private Door stored(String service, UnaryOperator<String> hook) {
        return new Door("Patient", service, "Patient")
                .of(
                        EnumSet.allOf(Standing.class),
                        standing -> world.of(standing).patient())
                .hiddenBy(412)
                .asks((http, patient) -> http.post(base + service, hook.apply(patient)));
    }

    private Door sent(String service, String hook) {
        return new Door("system", service + " prefetched", null).asks((http, none) -> http.post(base + service, hook));
    }

    static String record() {
        return Records.bundle(
                "collection",
                "PUT Patient/p",
                Records.patient("p", "1940-01-01"),
                "PUT Condition/c",
                Records.hipFracture(
                        "c", "p", java.time.LocalDate.now().minusDays(100).toString()));
    }
}
