package org.tandem.result.iod;

import org.tandem.dicom.TandemException;
import org.tandem.model.Manifest;

/**
 * Who found it: the model as results name it.
 *
 * @param name Algorithm Name (0066,0036); with the version it identifies the model and goes into every UID
 * @param version Algorithm Version (0066,0031)
 * @param title for people, as in "Brain extraction from T1-weighted MR"
 * @param intendedUse what the model may be used for, as in "research"
 * @param origin where the network comes from, perhaps empty
 */
public record ModelIdentity(String name, String version, String title, String intendedUse, String origin) {

    public static ModelIdentity of(Manifest manifest) {
        return new ModelIdentity(
                manifest.name().name(),
                manifest.name().version(),
                manifest.title(),
                manifest.intendedUse(),
                manifest.source().origin());
    }

    public ModelIdentity(String name, String version, String title, String intendedUse) {
        this(name, version, title, intendedUse, "");
    }

    public ModelIdentity {
        if (name.isBlank() || version.isBlank() || title.isBlank()) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Identity of a model: got name \"" + name + "\", version \"" + version + "\", title \"" + title
                            + "\", expected none blank");
        }
    }
}
