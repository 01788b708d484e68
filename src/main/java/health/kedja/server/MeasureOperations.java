package health.kedja.server;

import java.util.List;

/**
 * What answers the operations on measures.
 *
 * @param providers as HAPI takes them
 */
record MeasureOperations(List<Object> providers) {}
