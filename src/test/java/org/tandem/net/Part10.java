package org.tandem.net;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.Uid;

/** Part 10 files for tests: a preamble and a group 0002 laid out by hand, before a data set of any bytes. */
final class Part10 {

    private Part10() {}

    static Path write(Path file, Uid sopClass, TransferSyntax syntax, byte[] dataSet) throws IOException {
        ByteArrayOutputStream group = new ByteArrayOutputStream();
        group.writeBytes(Octets.of("02 00 01 00 'OB' 00 00 02 00 00 00 00 01")); // version
        group.writeBytes(uid("02 00 02 00", sopClass.value()));
        group.writeBytes(uid("02 00 03 00", instance(file).value()));
        group.writeBytes(uid("02 00 10 00", syntax.uid().value()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[128]);
        out.writeBytes(Octets.of("'DICM' 02 00 00 00 'UL' 04 00 " + littleEndian32(group.size())));
        out.writeBytes(group.toByteArray());
        out.writeBytes(dataSet);
        return Files.write(file, out.toByteArray());
    }

    /** The SOP Instance UID of the file of this name: 2.25 and the digits of the name. */
    static Uid instance(Path file) {
        return new Uid("2.25." + file.getFileName().toString().replaceAll("[^0-9]", ""));
    }

    private static byte[] uid(String tag, String value) {
        String padding = value.length() % 2 == 1 ? " 00" : "";
        int length = value.length() + value.length() % 2;
        return Octets.of(String.format("%s 'UI' %02x 00 '%s'%s", tag, length, value, padding));
    }

    private static String littleEndian32(int value) {
        return String.format("%08x", Integer.reverseBytes(value));
    }
}
