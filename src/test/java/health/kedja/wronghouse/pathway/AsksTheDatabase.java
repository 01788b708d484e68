package health.kedja.wronghouse.pathway;

import org.springframework.jdbc.core.JdbcTemplate;

class AsksTheDatabase {

    int patients(JdbcTemplate jdbc) {
        return jdbc.queryForObject("select count(*) from patient", Integer.class);
    }
}
