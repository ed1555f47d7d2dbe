package org.tandem.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads how probabilities are calibrated. */
final class CalibrationReader {

    private CalibrationReader() {}

    static Calibration read(YamlMap output) {
        YamlMap yaml = output.map("calibration");
        Optional<Double> temperature = yaml.optionalDecimal("temperature");
        List<Double> said = yaml.decimals("isotonic_said");
        List<Double> share = yaml.decimals("isotonic_share");
        if (temperature.isPresent() && !said.isEmpty()) {
            throw yaml.wrong("isotonic_said", "also temperature", "one of the two");
        }
        if (temperature.isPresent()) {
            double t = temperature.get();
            if (!(t > 0) || !Double.isFinite(t)) {
                throw yaml.wrong("temperature", t, "a positive number");
            }
            return new Calibration.Temperature(t);
        }
        if (said.isEmpty() && share.isEmpty()) {
            return new Calibration.None();
        }
        requireRising(yaml, "isotonic_said", said, true);
        requireRising(yaml, "isotonic_share", share, false);
        if (said.size() != share.size() || said.size() < 2) {
            throw yaml.wrong("isotonic_share", share.size() + " numbers", "as many as isotonic_said, at least two");
        }
        List<Calibration.Point> points = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            points.add(new Calibration.Point(said.get(i), share.get(i)));
        }
        return new Calibration.Isotonic(points);
    }

    private static void requireRising(YamlMap yaml, String key, List<Double> numbers, boolean strictly) {
        double before = strictly ? -Double.MIN_VALUE : 0;
        for (double number : numbers) {
            boolean rises = strictly ? number > before : number >= before;
            if (!rises || !(number <= 1)) {
                throw yaml.wrong(key, numbers, "rising numbers from 0 to 1");
            }
            before = number;
        }
    }
}
