package org.tandem.dicom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes files anew, in their own syntax and in the uncompressed ones, and tells which mean something else then. */
final class RoundTrips {

    private static final List<TransferSyntax> UNCOMPRESSED = List.of(
            TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN,
            TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
            TransferSyntax.EXPLICIT_VR_BIG_ENDIAN,
            TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN);

    private RoundTrips() {}

    static List<String> broken(List<Path> files, Path folder) throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path path : files) {
            DicomFile file;
            try {
                file = DicomFileReader.read(path, ReadOptions.AS_FAR_AS_IT_GOES);
            } catch (TandemException e) {
                continue; // refused, so there is nothing to write
            }
            if (file.dataSet().isEmpty()) {
                continue; // cut off before its data set
            }
            boolean compressed = hasFragments(file.dataSet());
            List<TransferSyntax> syntaxes = compressed ? List.of(file.syntax()) : UNCOMPRESSED;
            for (TransferSyntax syntax : syntaxes) {
                if (!same(file, syntax, folder)) {
                    broken.add(path + " in " + syntax.name());
                }
            }
        }
        return broken;
    }

    /** Written in this syntax, read, written back in one that keeps VRs, and read: the same elements and bytes. */
    private static boolean same(DicomFile file, TransferSyntax syntax, Path folder) throws IOException {
        DataSet meta = FileMeta.of(SopClasses.RAW_DATA_STORAGE, new Uid("1.2.3"), syntax);
        DataSet dataSet = file.dataSet();
        Path written = folder.resolve("written.dcm");
        DicomFileWriter.write(written, new DicomFile(meta, dataSet, syntax));
        DicomFile read = DicomFileReader.read(written);
        return read.warnings().isEmpty() && meaning(read.dataSet(), syntax).equals(meaning(dataSet, syntax));
    }

    /**
     * All elements and bytes. Implicit VR does not tell the VRs of private elements; encapsulated pixel data are always
     * written as OB (PS3.5 A.4).
     */
    private static String meaning(DataSet dataSet, TransferSyntax syntax) throws IOException {
        StringBuilder meaning = new StringBuilder();
        for (Element element : dataSet.elements()) {
            boolean encapsulated = element.value() instanceof Value.Fragments;
            String vr = syntax.explicitVr() && !encapsulated ? element.vr().name() : "";
            meaning.append(Tag.format(element.tag())).append(vr).append('=');
            if (element.value() instanceof Value.Items sequence) {
                for (DataSet item : sequence.items()) {
                    meaning.append('{').append(meaning(item, syntax)).append('}');
                }
            } else if (element.value() instanceof Value.Fragments fragments) {
                for (Value fragment : fragments.offsetTableAndFragments()) {
                    meaning.append(Arrays.hashCode(even(new Element(Tag.ITEM, VR.OB, fragment))))
                            .append(',');
                }
            } else {
                meaning.append(Arrays.hashCode(even(element)));
            }
            meaning.append('\n');
        }
        return meaning.toString();
    }

    /** An odd value is padded when it is written. */
    private static byte[] even(Element element) {
        byte[] bytes = ValueStreams.readLittleEndian(element);
        if (bytes.length % 2 == 0) {
            return bytes;
        }
        byte[] even = Arrays.copyOf(bytes, bytes.length + 1);
        even[bytes.length] = element.vr().padding();
        return even;
    }

    private static boolean hasFragments(DataSet dataSet) {
        return dataSet.elements().stream()
                .anyMatch(element -> element.value() instanceof Value.Fragments
                        || (element.value() instanceof Value.Items items
                                && items.items().stream().anyMatch(RoundTrips::hasFragments)));
    }
}
