package health.kedja.wronghouse.operation.one;

import org.springframework.jdbc.core.JdbcTemplate;

class AsksTheDatabaseItself {

    int patients(JdbcTemplate jdbc) {
        return jdbc.queryForObject("select count(*) from patient", Integer.class);
    }
}
