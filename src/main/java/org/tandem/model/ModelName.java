package org.tandem.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tandem.dicom.TandemException;

/** A model's name and version, written {@code name/version}: also its folder below the folder of models. */
public record ModelName(String name, String version) implements Comparable<ModelName> {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Pattern VERSION = Pattern.compile("(\\d{1,9})\\.(\\d{1,9})\\.(\\d{1,9})");

    public ModelName {
        if (!NAME.matcher(name).matches()) {
            throw refused("Model name", name, "lower case letters, digits and hyphens, at most 63");
        }
        if (!VERSION.matcher(version).matches()) {
            throw refused("Model version", version, "three numbers, as in 1.0.0");
        }
    }

    /** Whether a text is written as versions are. */
    public static boolean isVersion(String text) {
        return VERSION.matcher(text).matches();
    }

    /** By name, then by version as numbers: 1.10.0 comes after 1.9.0. */
    @Override
    public int compareTo(ModelName other) {
        int byName = name.compareTo(other.name);
        if (byName != 0) {
            return byName;
        }
        Matcher mine = matched(version);
        Matcher theirs = matched(other.version);
        for (int group = 1; group <= 3; group++) {
            int byNumber = Integer.compare(Integer.parseInt(mine.group(group)), Integer.parseInt(theirs.group(group)));
            if (byNumber != 0) {
                return byNumber;
            }
        }
        return version.compareTo(other.version);
    }

    @Override
    public String toString() {
        return name + "/" + version;
    }

    private static Matcher matched(String version) {
        Matcher matcher = VERSION.matcher(version);
        if (!matcher.matches()) {
            throw new IllegalStateException(version);
        }
        return matcher;
    }

    private static TandemException refused(String what, String got, String expected) {
        return new TandemException(TandemException.Kind.REFUSE, what + ": got \"" + got + "\", expected " + expected);
    }
}
