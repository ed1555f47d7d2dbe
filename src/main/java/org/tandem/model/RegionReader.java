package org.tandem.model;

/** Reads the part {@code region_of} of a manifest. */
final class RegionReader {

    private RegionReader() {}

    static Region read(YamlMap yaml) {
        double marginMm = yaml.decimal("margin_mm", 0);
        if (!(marginMm >= 0) || !Double.isFinite(marginMm)) {
            throw yaml.wrong("margin_mm", marginMm, "millimetres, 0 or more");
        }
        return new Region(yaml.string("model"), yaml.strings("labels"), marginMm, yaml.optionalDecimal("outside"));
    }
}
