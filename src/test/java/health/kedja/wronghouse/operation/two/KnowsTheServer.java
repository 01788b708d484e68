package health.kedja.wronghouse.operation.two;

import health.kedja.wronghouse.server.Server;

public class KnowsTheServer {

    public Server server() {
        return new Server();
    }
}
