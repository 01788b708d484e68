package health.kedja.access;

import health.kedja.FhirHttp;

/** Who asks: each role where it belongs, and those that there are for the whole server too. */
enum Asking {
    COORDINATOR(Role.COORDINATOR, Of.UNIT),
    CLINICIAN(Role.CLINICIAN, Of.UNIT),
    REGISTER(Role.REGISTER, Of.REGION),
    ANALYST(Role.ANALYST, Of.REGION),
    INTEGRATION(Role.INTEGRATION, Of.REGION),
    ADMINISTRATOR(Role.ADMINISTRATOR, Of.REGION),
    INTEGRATION_OF_THE_SERVER(Role.INTEGRATION, Of.SERVER),
    ADMINISTRATOR_OF_THE_SERVER(Role.ADMINISTRATOR, Of.SERVER);

    private enum Of {
        UNIT,
        REGION,
        SERVER
    }

    private final Role role;
    private final Of of;

    Asking(Role role, Of of) {
        this.role = role;
        this.of = of;
    }

    Role role() {
        return role;
    }

    boolean ofTheServer() {
        return of == Of.SERVER;
    }

    FhirHttp in(TwoRegions world) {
        return switch (of) {
            case UNIT -> world.as(role, world.clinic);
            case REGION -> world.as(role, world.north);
            case SERVER -> world.ofTheServer(role);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
