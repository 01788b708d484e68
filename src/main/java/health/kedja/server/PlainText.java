package health.kedja.server;

import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * What may be in the headers and parameters of a request: characters that exist and do not control anything, as Spring
 * Security's firewall has it. It asks a regular expression of each, which for a header as long as an access token costs
 * more than what it guards.
 */
final class PlainText {

    private static final char FIRST_PRINTABLE = ' ';
    private static final char LAST_PRINTABLE = '~';

    private PlainText() {}

    /** The firewall, with the same rules. */
    static StrictHttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(PlainText::isText);
        firewall.setAllowedHeaderValues(PlainText::isHeaderValue);
        firewall.setAllowedParameterNames(PlainText::isText);
        return firewall;
    }

    static boolean isText(String text) {
        return isText(text, false);
    }

    /** In which a tab may be. */
    static boolean isHeaderValue(String text) {
        return isText(text, true);
    }

    private static boolean isText(String text, boolean tab) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c > LAST_PRINTABLE) {
                return text.codePoints().allMatch(point -> isText(point, tab));
            }
            if (c < FIRST_PRINTABLE && !(tab && c == '\t')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isText(int point, boolean tab) {
        return Character.isDefined(point) && !Character.isISOControl(point) || tab && point == '\t';
    }
}
