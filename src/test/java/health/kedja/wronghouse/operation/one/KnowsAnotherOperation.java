package health.kedja.wronghouse.operation.one;

import health.kedja.wronghouse.history.KnowsAnOperation;
import health.kedja.wronghouse.operation.two.KnowsTheServer;

class KnowsAnotherOperation {

    Object answer(KnowsAnOperation history, KnowsTheServer operation) {
        return history.server(operation);
    }
}
