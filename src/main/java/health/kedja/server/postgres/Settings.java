package health.kedja.server.postgres;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** The configuration file of a cluster, written anew at every start. */
final class Settings {

    private static final long ENOUGH_SHARED_MEMORY = 512L << 20;
    private static final String LOCAL = "kedja-local.conf";

    private Settings() {}

    static void write(Cluster cluster, int port, boolean durable, boolean readOnly) throws IOException {
        // Named only when it is there: PostgreSQL notes its absence in the log at every start.
        String own = Files.exists(cluster.data().resolve(LOCAL)) ? "include = '" + LOCAL + "'" : "";
        Files.writeString(cluster.data().resolve("postgresql.conf"), text(own, port, durable, readOnly));
    }

    private static String text(String own, int port, boolean durable, boolean readOnly) {
        return """
                # Written by Kedja at every start. Settings of your own: kedja-local.conf beside this file.
                max_connections = 100
                shared_buffers = 256MB
                max_wal_size = 2GB
                jit = off
                timezone = 'UTC'
                log_timezone = 'UTC'
                %s
                %s

                # Only this machine, only by password.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                password_encryption = scram-sha-256

                # Statements, their parameters, and the rows named in error messages are patient data: errors go to the
                # client that caused them and not into the log.
                logging_collector = off
                log_destination = 'stderr'
                log_min_messages = log
                log_min_error_statement = panic
                log_error_verbosity = terse
                log_statement = none
                log_duration = off
                log_min_duration_statement = -1
                log_min_duration_sample = -1
                log_transaction_sample_rate = 0
                log_parameter_max_length = 0
                log_parameter_max_length_on_error = 0
                log_lock_waits = off
                debug_print_parse = off
                debug_print_plan = off
                debug_print_rewritten = off

                fsync = %s
                synchronous_commit = %s
                full_page_writes = %s
                default_transaction_read_only = %s
                """.formatted(
                        smallSharedMemory() ? "dynamic_shared_memory_type = mmap" : "",
                        own,
                        port,
                        onOff(durable),
                        onOff(durable),
                        onOff(durable),
                        onOff(readOnly));
    }

    private static String onOff(boolean on) {
        return on ? "on" : "off";
    }

    /** Containers give /dev/shm 64 MB, which parallel queries exceed; files in the data directory have no such limit. */
    private static boolean smallSharedMemory() {
        try {
            FileStore store = Files.getFileStore(Path.of("/dev/shm"));
            return store.getTotalSpace() < ENOUGH_SHARED_MEMORY;
        } catch (IOException none) {
            return false;
        }
    }
}
