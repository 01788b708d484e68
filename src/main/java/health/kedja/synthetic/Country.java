package health.kedja.synthetic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Where the people live. Regions and municipalities with official codes; their sizes are rounded (unconfirmed). */
public enum Country {
    /** Sweden: 21 regions. */
    SE,
    /** Denmark: 5 regions. */
    DK;

    private final List<Region> regions;
    private final double people;

    Country() {
        regions = read("regions-" + name().toLowerCase(Locale.ROOT) + ".csv");
        people = regions.stream().mapToDouble(Region::people).sum();
    }

    /** The regions, in the order of their codes. */
    public List<Region> regions() {
        return regions;
    }

    /** The region at a place between 0 and 1 of the population. */
    Region at(double place) {
        double rest = place * people;
        for (Region region : regions) {
            rest -= region.people();
            if (rest < 0) {
                return region;
            }
        }
        return regions.get(regions.size() - 1);
    }

    private static List<Region> read(String file) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Country.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(";"))
                    .map(cell -> new Region(cell[0], cell[1], Double.parseDouble(cell[2]), List.of(cell[3].split(" "))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
