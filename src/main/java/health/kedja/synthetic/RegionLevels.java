package health.kedja.synthetic;

/**
 * How much of the national level of treatment a region gives: between about a third and twice, as the regions of the
 * published figures differ (1.8 to 28 %, Socialstyrelsen, Utvärdering av vård vid osteoporos 2023). Which region gives
 * how much is made up.
 */
final class RegionLevels {

    private RegionLevels() {}

    static double of(Country country, Region region) {
        double sum = 0;
        double people = 0;
        for (Region each : country.regions()) {
            sum += raw(each) * each.people();
            people += each.people();
        }
        return raw(region) * people / sum;
    }

    private static double raw(Region region) {
        int number = Integer.parseInt(region.code());
        return 0.35 + 1.3 * ((number * 7) % 11) / 10.0;
    }
}
