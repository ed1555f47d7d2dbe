package org.tandem.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tandem.codec.FramePicture;
import org.tandem.codec.FrameReader;
import org.tandem.codec.frame.DecodedFrame;
import org.tandem.codec.frame.FrameShape;
import org.tandem.codec.jpeg.JpegDecoder;
import org.tandem.codec.jpeg2000.Jpeg2000Decoder;
import org.tandem.codec.jpegls.JpegLsDecoder;
import org.tandem.dicom.CharacterSet;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetDump;
import org.tandem.dicom.DataSetJson;
import org.tandem.dicom.DataSetReader;
import org.tandem.dicom.DataSetWriter;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.DumpOptions;
import org.tandem.dicom.Element;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.TransferSyntaxes;
import org.tandem.dicom.Uid;
import org.tandem.dicom.VR;
import org.tandem.dicom.Value;
import org.tandem.net.FuzzedNet;

/**
 * What takes bytes from outside. Whatever they are, it takes them or refuses them with a reason; anything else thrown,
 * a law broken, a hang or memory beyond bounds is a finding.
 */
enum FuzzTarget {
    IMPLICIT_DATA_SET {
        @Override
        void take(byte[] input) {
            readAndWrite(input, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
        }
    },
    EXPLICIT_DATA_SET {
        @Override
        void take(byte[] input) {
            readAndWrite(input, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        }
    },
    BIG_ENDIAN_DATA_SET {
        @Override
        void take(byte[] input) {
            readAndWrite(input, syntax("1.2.840.10008.1.2.2"));
        }
    },
    DEFLATED_DATA_SET {
        @Override
        void take(byte[] input) {
            readAndWrite(input, syntax("1.2.840.10008.1.2.1.99"));
        }
    },
    PART_10 {
        @Override
        void take(byte[] input) throws IOException {
            Path file = Files.write(Files.createTempFile("fuzz", ".dcm"), input);
            try {
                DicomFile read = DicomFileReader.read(file);
                DataSetDump.dump(read, DumpOptions.USUAL, Writer.nullWriter());
                DataSetJson.write(read.dataSet(), "fuzz", MAX_PIXELS, Writer.nullWriter());
                if (read.dataSet().contains(Tag.PIXEL_DATA) && pixels(read.dataSet()) < MAX_PIXELS) {
                    FramePicture.of(read, 0);
                }
            } finally {
                Files.delete(file);
            }
        }
    },
    CHARACTER_SET {
        private static final List<List<String>> TERMS = List.of(
                List.of("", "ISO 2022 IR 87", "ISO 2022 IR 159"),
                List.of("ISO 2022 IR 13", "ISO 2022 IR 87"),
                List.of("", "ISO 2022 IR 149"),
                List.of("", "ISO 2022 IR 58"),
                List.of("ISO_IR 192"),
                List.of("GB18030"),
                List.of("ISO_IR 100"),
                List.of("no such term"));

        @Override
        void take(byte[] input) {
            if (input.length > 0) {
                List<String> terms = TERMS.get(Math.floorMod(input[0], TERMS.size()));
                DataSet text = DataSet.builder()
                        .putText(Tag.SPECIFIC_CHARACTER_SET, VR.CS, terms.toArray(new String[0]))
                        .putBytes(Tag.PATIENT_NAME, VR.PN, rest(input))
                        .build();
                assertThat(text.strings(Tag.PATIENT_NAME)).isNotNull();
                assertThat(text.characterSet()).isInstanceOf(CharacterSet.class);
            }
        }
    },
    PDU {
        @Override
        void take(byte[] input) throws IOException {
            FuzzedNet.pdus(input);
        }
    },
    COMMAND_SET {
        @Override
        void take(byte[] input) {
            FuzzedNet.commandSet(input);
        }
    },
    SESSION {
        @Override
        void take(byte[] input) throws IOException {
            FuzzedNet.session(input);
        }
    },
    RLE {
        @Override
        void take(byte[] input) {
            frames("1.2.840.10008.1.2.5", input);
        }
    },
    DEFLATED_FRAMES {
        @Override
        void take(byte[] input) {
            frames("1.2.840.10008.1.2.8.1", input);
        }
    },
    JPEG {
        @Override
        void take(byte[] input) {
            codestream(input, JpegDecoder::decode);
            JpegDecoder.colours(rest(input));
        }
    },
    JPEG_LS {
        @Override
        void take(byte[] input) {
            codestream(input, JpegLsDecoder::decode);
        }
    },
    JPEG_2000 {
        @Override
        void take(byte[] input) {
            codestream(input, Jpeg2000Decoder::decode);
        }
    };

    /** Of the images that the seeds were compressed from. */
    private static final int ROWS = 29;

    private static final int COLUMNS = 37;

    private static final int MAX_PIXELS = 1 << 20;

    /** Takes bytes; throws what is no refusal. */
    abstract void take(byte[] input) throws IOException;

    /** Takes bytes; a refusal is as good as an answer, but one that calls itself a mistake of ours. */
    void fuzz(byte[] input) {
        try {
            take(input);
        } catch (TandemException e) {
            assertThat(e.kind()).as(e.getMessage()).isNotEqualTo(TandemException.Kind.BUG);
            assertThat(e.getMessage()).isNotBlank();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Decoder {
        DecodedFrame decode(byte[] frame, FrameShape shape);
    }

    /** The first byte says how many samples a pixel has. */
    private static void codestream(byte[] input, Decoder decoder) {
        if (input.length > 0) {
            FrameShape shape = new FrameShape(ROWS, COLUMNS, (input[0] & 1) == 0 ? 1 : 3);
            assertThat(decoder.decode(rest(input), shape).samples()).hasSize(shape.count());
        }
    }

    /** The first two bytes say how many frames and samples; fragments follow, a byte of length before each. */
    private static void frames(String syntax, byte[] input) {
        if (input.length < 2) {
            return;
        }
        DataSet image = DataSet.builder()
                .putText(Tag.NUMBER_OF_FRAMES, VR.IS, Integer.toString(1 + (input[0] & 3)))
                .putIntegers(Tag.SAMPLES_PER_PIXEL, VR.US, (input[1] & 1) == 0 ? 1 : 3)
                .putIntegers(Tag.PLANAR_CONFIGURATION, VR.US, input[1] >> 1 & 1)
                .putIntegers(Tag.ROWS, VR.US, ROWS)
                .putIntegers(Tag.COLUMNS, VR.US, COLUMNS)
                .putIntegers(Tag.BITS_ALLOCATED, VR.US, (input[1] & 4) == 0 ? 8 : 16)
                .put(new Element(Tag.PIXEL_DATA, VR.OB, new Value.Fragments(fragments(input))))
                .build();
        FrameReader reader = FrameReader.of(DicomFile.of(image, syntax(syntax)));
        for (int frame = 0; frame < reader.format().frames(); frame++) {
            assertThat(reader.read(frame)).hasSize(reader.format().frameSamples());
        }
    }

    private static List<Value> fragments(byte[] input) {
        List<Value> fragments = new ArrayList<>();
        int at = 2;
        while (at < input.length) {
            int length = Math.min((input[at] & 0xFF) * 16, input.length - at - 1);
            fragments.add(new Value.Bytes(Arrays.copyOfRange(input, at + 1, at + 1 + length)));
            at += 1 + length;
        }
        return fragments;
    }

    /** What was read and written is read as the same, and written as the same. */
    private static void readAndWrite(byte[] input, TransferSyntax syntax) {
        DataSet read;
        try {
            read = DataSetReader.read(new ByteArrayInputStream(input), syntax);
        } catch (IOException e) {
            return; // not deflated data
        }
        TransferSyntax explicit = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
        byte[] written = DataSetWriter.toBytes(read, explicit);
        byte[] again = DataSetWriter.toBytes(DataSetReader.read(written, explicit), explicit);
        assertThat(again).isEqualTo(written);
    }

    private static long pixels(DataSet image) {
        return (long) image.integer(Tag.ROWS).orElse(0)
                * image.integer(Tag.COLUMNS).orElse(0)
                * image.integer(Tag.SAMPLES_PER_PIXEL).orElse(1);
    }

    private static TransferSyntax syntax(String uid) {
        return TransferSyntaxes.of(new Uid(uid));
    }

    private static byte[] rest(byte[] input) {
        return Arrays.copyOfRange(input, Math.min(1, input.length), input.length);
    }
}
