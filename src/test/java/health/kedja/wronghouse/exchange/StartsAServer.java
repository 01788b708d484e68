package health.kedja.wronghouse.exchange;

import org.springframework.boot.SpringApplication;

class StartsAServer {

    boolean possible(SpringApplication application) {
        return application != null;
    }
}
