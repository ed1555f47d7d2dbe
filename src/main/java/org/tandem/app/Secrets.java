package org.tandem.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tandem.dicom.TandemException;

/** Passwords, each in a file of its own, so that a configuration can be shown to anybody. */
final class Secrets {

    private Secrets() {}

    /** What the file holds, but for white space around it. */
    static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new TandemException(
                    TandemException.Kind.REFUSE, "Password file " + file + " cannot be read: " + e, e);
        }
    }
}
