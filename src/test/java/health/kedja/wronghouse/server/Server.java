package health.kedja.wronghouse.server;

/** Breaks nothing itself. */
public class Server {}
