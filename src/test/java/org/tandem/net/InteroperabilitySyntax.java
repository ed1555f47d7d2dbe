package org.tandem.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.DicomFileWriter;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TransferSyntaxes;
import org.tandem.dicom.Uid;

/** Transfer syntaxes that every peer is tried with, how an image in one is made, and storescu's option for it. */
enum InteroperabilitySyntax {
    IMPLICIT_VR_LITTLE_ENDIAN("1.2.840.10008.1.2", "dcmconv +ti", "-xi"),
    EXPLICIT_VR_LITTLE_ENDIAN("1.2.840.10008.1.2.1", "dcmconv +te", "-xe"),
    EXPLICIT_VR_BIG_ENDIAN("1.2.840.10008.1.2.2", "dcmconv +tb", "-xb"),
    DEFLATED("1.2.840.10008.1.2.1.99", "dcmconv +td", "-xd"),
    RLE_LOSSLESS("1.2.840.10008.1.2.5", "dcmcrle", "-xr"),
    JPEG_BASELINE("1.2.840.10008.1.2.4.50", "dcmcjpeg +eb", "-xy"),
    JPEG_EXTENDED("1.2.840.10008.1.2.4.51", "dcmcjpeg +ee", "-xx"),
    JPEG_LOSSLESS("1.2.840.10008.1.2.4.57", "dcmcjpeg +el", ""),
    JPEG_LOSSLESS_SV1("1.2.840.10008.1.2.4.70", "dcmcjpeg +e1", "-xs"),
    JPEG_LS_LOSSLESS("1.2.840.10008.1.2.4.80", "dcmcjpls +el", "-xt"),
    JPEG_LS_NEAR_LOSSLESS("1.2.840.10008.1.2.4.81", "dcmcjpls +en", "-xu"),
    JPEG_2000_LOSSLESS("1.2.840.10008.1.2.4.90", "gdcmconv --j2k", "-xv"),
    JPEG_2000("1.2.840.10008.1.2.4.91", "gdcmconv --j2k --lossy -r 6", "-xw");

    private final Uid uid;
    private final String command;
    private final String storescu;

    InteroperabilitySyntax(String uid, String command, String storescu) {
        this.uid = new Uid(uid);
        this.command = command;
        this.storescu = storescu;
    }

    Uid uid() {
        return uid;
    }

    /** Empty where storescu has no option for it. */
    String storescu() {
        return storescu;
    }

    /** Of the instance in this syntax. */
    Uid instance() {
        return new Uid("2.25.9000" + ordinal());
    }

    /** The image in this syntax, as an instance of its own of this study. */
    Path make(Path image, Uid study, Path folder) throws Exception {
        String[] words = command.split(" ");
        List<Object> arguments = new ArrayList<>(List.of(words).subList(1, words.length));
        Path raw = folder.resolve("raw.dcm");
        arguments.add(image);
        arguments.add(raw);
        Files.deleteIfExists(raw);
        OutsideProgram.find(words[0]).run(arguments.toArray());
        DicomFile file = DicomFileReader.read(raw);
        assertThat(file.syntax().uid()).as(command).isEqualTo(uid);
        DataSet named = file.dataSet().toBuilder()
                .putUid(Tag.SOP_INSTANCE_UID, instance())
                .putUid(Tag.STUDY_INSTANCE_UID, study)
                .build();
        Path made = folder.resolve(this + ".dcm");
        DicomFileWriter.write(made, DicomFile.of(named, TransferSyntaxes.of(uid)));
        return made;
    }
}
