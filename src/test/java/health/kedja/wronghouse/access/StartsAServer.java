package health.kedja.wronghouse.access;

import org.springframework.boot.SpringApplication;

class StartsAServer {

    boolean possible(SpringApplication application) {
        return application != null;
    }
}
