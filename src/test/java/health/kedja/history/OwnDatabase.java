package health.kedja.history;

import com.zaxxer.hikari.HikariDataSource;
import health.kedja.KedjaServerExtension;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database with the tables of the projection and nothing else, beside that of the shared server. */
final class OwnDatabase implements AutoCloseable {

    private final DataSource shared;
    private final String name;
    private final HikariDataSource dataSource = new HikariDataSource();
    private final JdbcTemplate jdbc;

    OwnDatabase(KedjaServerExtension server, String name) {
        HikariDataSource pool = (HikariDataSource) server.dataSource();
        // As the one who owns the server of the database: the role that Kedja works with may end no one else's
        // connection.
        this.shared = new DriverManagerDataSource(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
        this.name = name;
        new JdbcTemplate(shared).execute("create database " + name);
        dataSource.setJdbcUrl(pool.getJdbcUrl().replaceFirst("(//[^/]+/)[^?]+", "$1" + name));
        dataSource.setUsername(pool.getUsername());
        dataSource.setPassword(pool.getPassword());
        dataSource.setSchema("public");
        this.jdbc = new JdbcTemplate(dataSource);
        // The tables of HAPI on which there are triggers.
        jdbc.execute("create table public.hfj_resource (res_type text, fhir_id text)");
        jdbc.execute("create table public.hfj_res_ver (pid bigint, res_updated timestamp)");
        Flyway.configure().dataSource(dataSource).schemas("kedja").load().migrate();
    }

    DataSource dataSource() {
        return dataSource;
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    @Override
    public void close() {
        dataSource.close();
        new JdbcTemplate(shared).execute("drop database " + name + " with (force)");
    }
}
