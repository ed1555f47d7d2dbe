package org.tandem.app;

import java.time.Duration;
import org.tandem.model.YamlMap;

/** Numbers of the configuration, each held to what it may be. */
final class Ranges {

    private static final int MAX_PORT = 65_535;
    /** Some 68 years: more is a mistake, and no number of seconds for a socket. */
    private static final double MAX_SECONDS = Integer.MAX_VALUE;

    private static final double MILLIS_PER_SECOND = 1000;

    private Ranges() {}

    static Duration seconds(YamlMap yaml, String key, int otherwise) {
        double seconds = yaml.decimal(key, otherwise);
        if (!(seconds >= 0 && seconds <= MAX_SECONDS)) {
            throw yaml.wrong(key, seconds, "seconds, not negative, and not without end");
        }
        return Duration.ofMillis(Math.round(seconds * MILLIS_PER_SECOND));
    }

    static int positive(YamlMap yaml, String key, int otherwise) {
        int number = yaml.integer(key, otherwise);
        if (number < 1) {
            throw yaml.wrong(key, number, "a whole number of at least 1");
        }
        return number;
    }

    static int within(YamlMap yaml, String key, int otherwise, int most) {
        int number = positive(yaml, key, otherwise);
        if (number > most) {
            throw yaml.wrong(key, number, "a whole number of at most " + most);
        }
        return number;
    }

    static int port(YamlMap yaml, String key, int otherwise) {
        int port = yaml.integer(key, otherwise);
        if (port < 0 || port > MAX_PORT) {
            throw yaml.wrong(key, port, "a port, 0 (any free one) to " + MAX_PORT);
        }
        return port;
    }
}
