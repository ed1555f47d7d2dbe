package org.tandem.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The DICOM JSON Model, attribute by attribute, as PS3.18 Annex F words it. */
final class DataSetJsonTest {

    private static String json(DataSet dataSet) throws IOException {
        return json(dataSet, 1024);
    }

    private static String json(DataSet dataSet, long limitBytes) throws IOException {
        StringBuilder out = new StringBuilder();
        DataSetJson.write(dataSet, "file:/a.dcm", limitBytes, out);
        return out.toString();
    }

    @Test
    void aNameHasItsGroupsInUnicodeWhateverTheCharacterSet() throws IOException {
        DataSet name = DicomFileReader.read(java.nio.file.Path.of("test-dicom", "jp-name", "IM0001.dcm"))
                .dataSet();

        assertThat(json(name))
                .contains("\"00100010\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\"Yamada^Tarou\","
                        + "\"Ideographic\":\"山田^太郎\",\"Phonetic\":\"やまだ^たろう\"}]}");
    }

    @ParameterizedTest
    @CsvSource({
        "1.50, 1.50",
        "+2, 2",
        ".5, 0.5",
        "-007, -7",
        "3., 3",
        "1e5, 1e5",
        "12345678901234.5, 12345678901234.5",
        "'1,5', '\"1,5\"'",
        "NaN, '\"NaN\"'"
    })
    void decimalStringsAreNumbersWithTheirOwnDigitsOrStrings(String value, String number) throws IOException {
        DataSet dataSet =
                DataSet.builder().putText(Tag.SLICE_THICKNESS, VR.DS, value).build();

        assertThat(json(dataSet)).isEqualTo("{\"00180050\":{\"vr\":\"DS\",\"Value\":[" + number + "]}}");
    }

    @Test
    void emptyValuesAreLeftOutOrNull() throws IOException {
        DataSet dataSet = DataSet.builder()
                .putText(Tag.IMAGE_TYPE, VR.CS, "ORIGINAL", "", "AXIAL")
                .putText(Tag.PATIENT_ID, VR.LO)
                .putItems(Tag.REFERENCED_IMAGE_SEQUENCE)
                .build();

        assertThat(json(dataSet))
                .isEqualTo("{\"00080008\":{\"vr\":\"CS\",\"Value\":[\"ORIGINAL\",null,\"AXIAL\"]},"
                        + "\"00081140\":{\"vr\":\"SQ\"},\"00100020\":{\"vr\":\"LO\"}}");
    }

    @Test
    void tagsAreHexadecimalAndFloatsThatJsonHasNotAreStrings() throws IOException {
        DataSet dataSet = DataSet.builder()
                .putIntegers(Tag.of(0x0020, 0x9165), VR.AT, 0x0020000D)
                .putDecimals(Tag.of(0x0018, 0x9087), VR.FD, 0.1, Double.NaN, Double.NEGATIVE_INFINITY)
                .build();

        assertThat(json(dataSet))
                .isEqualTo("{\"00189087\":{\"vr\":\"FD\",\"Value\":[0.1,\"NaN\",\"-inf\"]},"
                        + "\"00209165\":{\"vr\":\"AT\",\"Value\":[\"0020000D\"]}}");
    }

    @Test
    void bytesAreInlineUpToALimitAndByUriBeyond() throws IOException {
        DataSet item = DataSet.builder()
                .putBytes(Tag.PIXEL_DATA, VR.OB, new byte[] {0, 1, 2, 3})
                .build();
        DataSet dataSet =
                DataSet.builder().putItems(Tag.REFERENCED_IMAGE_SEQUENCE, item).build();

        assertThat(json(dataSet, 4)).contains("\"InlineBinary\":\"AAECAw==\"");
        assertThat(json(dataSet, 3)).contains("\"BulkDataURI\":\"file:/a.dcm#00081140/0/7FE00010\"");
    }

    @Test
    void encapsulatedPixelsAreByUriAlways() throws IOException {
        Value fragments = new Value.Fragments(List.of(new Value.Bytes(new byte[0]), new Value.Bytes(new byte[2])));
        DataSet dataSet = DataSet.builder()
                .put(new Element(Tag.PIXEL_DATA, VR.OB, fragments))
                .build();

        assertThat(json(dataSet, Long.MAX_VALUE))
                .isEqualTo("{\"7FE00010\":{\"vr\":\"OB\",\"BulkDataURI\":\"file:/a.dcm#7FE00010\"}}");
    }

    @Test
    void textIsEscaped() throws IOException {
        DataSet dataSet = DataSet.builder()
                .putText(Tag.of(0x0020, 0x4000), VR.LT, "a \"b\"\r\n\\ \u0001")
                .build();

        assertThat(json(dataSet)).contains("\"a \\\"b\\\"\\r\\n\\\\ \\u0001\"");
    }
}
