package health.kedja.server;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * From where bulk import may fetch files: {@code kedja.import.sources}. Addresses are compared as they are written, host
 * and scheme without regard to case: one host in two notations is two hosts, and only the one that was listed counts.
 */
final class ImportSources {

    static final String SETTING = "kedja.import.sources";

    /** Of the characters of an address, those that no parser reads in a way of its own. */
    private static final Pattern PLAIN = Pattern.compile("[!-~&&[^\\\\]]+");
    /** What a server of files might read as a dot, a slash or another percent sign. */
    private static final Pattern HIDDEN = Pattern.compile("(?i)%(2e|2f|5c|25|00)");

    private final List<URI> sources;

    /**
     * @param sources beginnings of addresses; a path that does not end with a slash stands for itself and all below it
     * @throws SettingException if one is no such beginning
     */
    ImportSources(List<String> sources) {
        this.sources = sources.stream().map(ImportSources::source).toList();
    }

    private static URI source(String text) {
        return parse(text)
                .filter(address -> address.getRawQuery() == null)
                .orElseThrow(() -> new SettingException(
                        SETTING + " has '" + text + "', which is no beginning of an address",
                        "Give scheme (https or http), host, port and path, such as https://files.example.org/kedja/;"
                                + " no user, no query, and no '..' in the path."));
    }

    /** Whether nothing may be fetched from anywhere. */
    boolean isEmpty() {
        return sources.isEmpty();
    }

    /** The address, if files may be fetched from there. */
    Optional<URI> allowed(String text) {
        return parse(text).filter(address -> sources.stream().anyMatch(source -> isWithin(address, source)));
    }

    private static Optional<URI> parse(String text) {
        if (text == null || !PLAIN.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            URI address = new URI(text);
            boolean plain =
                    ("http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme()))
                            && address.getHost() != null
                            && address.getRawUserInfo() == null
                            && address.getRawFragment() == null
                            && address.getPort() != 0
                            && hasPlainPath(address);
            return plain ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean hasPlainPath(URI address) {
        return !HIDDEN.matcher(address.getRawPath()).find()
                // Some servers take what follows a semicolon for no part of the name.
                && Stream.of(address.getRawPath().split("/"))
                        .map(segment -> segment.replaceFirst(";.*", ""))
                        .noneMatch(segment -> segment.equals(".") || segment.equals(".."));
    }

    private static boolean isWithin(URI address, URI source) {
        String path = path(address);
        String above = path(source);
        return address.getScheme().equalsIgnoreCase(source.getScheme())
                && address.getHost().equalsIgnoreCase(source.getHost())
                && port(address) == port(source)
                && (path.equals(above) || path.startsWith(above.endsWith("/") ? above : above + "/"));
    }

    private static String path(URI address) {
        return address.getRawPath().isEmpty() ? "/" : address.getRawPath();
    }

    private static int port(URI address) {
        if (address.getPort() > 0) {
            return address.getPort();
        }
        return address.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }
}
