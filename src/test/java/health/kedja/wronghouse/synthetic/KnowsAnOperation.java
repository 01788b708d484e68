package health.kedja.wronghouse.synthetic;

import health.kedja.wronghouse.operation.two.KnowsTheServer;

public class KnowsAnOperation {

    public Object server(KnowsTheServer operation) {
        return operation.server();
    }
}
