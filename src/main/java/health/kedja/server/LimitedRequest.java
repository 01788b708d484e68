package health.kedja.server;

import ca.uhn.fhir.rest.server.exceptions.PayloadTooLargeException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.time.Duration;

/** A request whose body fails with {@link PayloadTooLargeException} once more than the limit has been read. */
final class LimitedRequest extends HttpServletRequestWrapper {

    private static final int SC_REQUEST_TIMEOUT = 408;

    private final long limit;
    private final String message;
    private final Duration within;
    private ServletInputStream stream;

    LimitedRequest(HttpServletRequest request, long limit, String message, Duration within) {
        super(request);
        this.limit = limit;
        this.message = message;
        this.within = within;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (stream == null) {
            stream = new CountingStream(super.getInputStream());
        }
        return stream;
    }

    private final class CountingStream extends ServletInputStream {

        private final ServletInputStream body;
        private final long start = System.nanoTime();
        private long count;

        CountingStream(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int octet = body.read();
            count(octet < 0 ? 0 : 1);
            return octet;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = body.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            count += read;
            if (count > limit) {
                throw new PayloadTooLargeException(message);
            }
            if (System.nanoTime() - start > within.toNanos()) {
                throw new UnclassifiedServerFailureException(
                        SC_REQUEST_TIMEOUT,
                        "The request body did not come within " + within.toSeconds()
                                + " s (kedja.requests.body-within).");
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
