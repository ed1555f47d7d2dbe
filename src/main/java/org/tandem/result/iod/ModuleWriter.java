package org.tandem.result.iod;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.tandem.dicom.CharacterSet;
import org.tandem.dicom.Code;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetBuilder;
import org.tandem.dicom.Dictionary;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.Uid;
import org.tandem.dicom.VR;

/**
 * Writes the attributes of a module; the name of the method is the requirement type (PS3.5 7.4). Type 1 refuses to be
 * empty, Type 2 writes zero length, Type 3 leaves out, a C takes its condition first. {@code …From} copies elements of
 * another data set as they are, bytes untouched.
 */
public final class ModuleWriter {

    private static final int MAX_CODE_VALUE_LENGTH = 16;

    private final DataSetBuilder out;

    public ModuleWriter(DataSetBuilder out) {
        this.out = out;
    }

    /** An item of a sequence. */
    public static DataSet item(Consumer<ModuleWriter> content) {
        return item(CharacterSet.DEFAULT, content);
    }

    /** An item whose copied text is in the character set of its source. */
    public static DataSet item(CharacterSet characterSet, Consumer<ModuleWriter> content) {
        DataSetBuilder builder = DataSet.builder(characterSet);
        content.accept(new ModuleWriter(builder));
        return builder.build();
    }

    public void type1(int tag, String... values) {
        require(tag, values.length > 0 && Arrays.stream(values).noneMatch(String::isBlank));
        text(tag, values);
    }

    /** Numbers, in the binary or text form of the attribute's VR. */
    public void type1(int tag, int... numbers) {
        VR vr = Dictionary.vr(tag);
        if (vr == VR.IS) {
            type1(tag, Arrays.stream(numbers).mapToObj(Integer::toString).toArray(String[]::new));
        } else {
            out.putIntegers(tag, vr, numbers);
        }
    }

    /** Numbers with fractions, in the binary form of the attribute's VR. */
    public void type1(int tag, double... numbers) {
        require(tag, numbers.length > 0);
        out.putDecimals(tag, Dictionary.vr(tag), numbers);
    }

    public void type1(int tag, Uid uid) {
        out.putUid(tag, uid);
    }

    public void type1(int tag, List<DataSet> items) {
        require(tag, !items.isEmpty());
        out.putItems(tag, items);
    }

    /** A sequence of one item. */
    public void type1(int tag, Consumer<ModuleWriter> item) {
        type1(tag, List.of(item(item)));
    }

    /** A code sequence of one item (PS3.3 Table 8.8-1). */
    public void type1(int tag, Code code) {
        type1(tag, item -> item.code(code));
    }

    /** What an item of a code sequence says of its code. */
    public void code(Code code) {
        boolean isLong = code.value().length() > MAX_CODE_VALUE_LENGTH;
        type1(isLong ? Tag.LONG_CODE_VALUE : Tag.CODE_VALUE, code.value());
        type1(Tag.CODING_SCHEME_DESIGNATOR, code.scheme());
        type1(Tag.CODE_MEANING, code.meaning());
    }

    public void type1From(DataSet source, int... tags) {
        for (int tag : tags) {
            out.put(source.element(tag).filter(e -> !e.isEmpty()).orElseThrow(() -> empty(tag)));
        }
    }

    public void type1C(boolean condition, int tag, String... values) {
        if (condition) {
            type1(tag, values);
        }
    }

    public void type1C(boolean condition, int tag, int... numbers) {
        if (condition) {
            type1(tag, numbers);
        }
    }

    public void type1C(boolean condition, int tag, List<DataSet> items) {
        if (condition) {
            type1(tag, items);
        }
    }

    public void type1C(boolean condition, int tag, Consumer<ModuleWriter> item) {
        if (condition) {
            type1(tag, item);
        }
    }

    public void type2(int tag, String... values) {
        text(tag, values);
    }

    public void type2(int tag, List<DataSet> items) {
        out.putItems(tag, items);
    }

    public void type2(int tag, Consumer<ModuleWriter> item) {
        type2(tag, List.of(item(item)));
    }

    public void type2From(DataSet source, int... tags) {
        for (int tag : tags) {
            source.element(tag).ifPresentOrElse(out::put, () -> out.putEmpty(tag, Dictionary.vr(tag)));
        }
    }

    public void type3(int tag, String... values) {
        if (Arrays.stream(values).anyMatch(v -> !v.isBlank())) {
            text(tag, values);
        }
    }

    public void type3From(DataSet source, int... tags) {
        for (int tag : tags) {
            source.element(tag).filter(e -> !e.isEmpty()).ifPresent(out::put);
        }
    }

    /** Pixel Data and its like: bytes that are kept, not copied. */
    public void type1Bytes(int tag, VR vr, byte[] littleEndian) {
        require(tag, littleEndian.length > 0);
        out.putBytes(tag, vr, littleEndian);
    }

    private void text(int tag, String... values) {
        for (String value : values) {
            if (!value.chars().allMatch(c -> c >= ' ' && c <= '~')) {
                throw new TandemException(
                        TandemException.Kind.BUG,
                        Tag.format(tag) + " of a result: got text outside ASCII, expected PlainText");
            }
        }
        out.putText(tag, Dictionary.vr(tag), values);
    }

    private static void require(int tag, boolean filled) {
        if (!filled) {
            throw empty(tag);
        }
    }

    private static TandemException empty(int tag) {
        return new TandemException(
                TandemException.Kind.REFUSE, Tag.format(tag) + " of a result: got no value, expected one (Type 1)");
    }
}
