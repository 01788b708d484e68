package health.kedja.server;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** HTTP octet by octet, for requests that no client would send. */
final class RawHttp {

    private static final int PATIENCE_MILLIS = 60_000;

    private final URI base;

    RawHttp(URI base) {
        this.base = base;
    }

    /** @param head the request line and headers, without Host, each line ended by LF */
    Answer send(String head, byte[] body) throws IOException {
        return exactly(
                (head + "Host: localhost:" + base.getPort() + "\nConnection: close\nContent-Length: " + body.length
                                + "\n\n")
                        .replace("\n", "\r\n"),
                body);
    }

    Answer send(String head) throws IOException {
        return exactly((head + "\n").replace("\n", "\r\n"), new byte[0]);
    }

    private Answer exactly(String head, byte[] body) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", base.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            try {
                out.write(body);
                out.flush();
            } catch (IOException refusedBefore) {
                // The answer may be there already.
            }
            return new Answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** What came back. */
    record Answer(String text) {

        int status() {
            return Integer.parseInt(text.substring(9, 12));
        }

        List<String> head() {
            return text.substring(0, text.indexOf("\r\n\r\n")).lines().toList();
        }

        /** Values of a header, joined by bars. */
        String header(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ":";
            return head().stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()).trim())
                    .collect(Collectors.joining("|"));
        }

        String body() {
            return text.substring(text.indexOf("\r\n\r\n") + 4);
        }
    }
}
