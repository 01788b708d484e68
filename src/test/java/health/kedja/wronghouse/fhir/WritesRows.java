package health.kedja.wronghouse.fhir;

import javax.sql.DataSource;

class WritesRows {

    boolean possible(DataSource dataSource) {
        return dataSource != null;
    }
}
