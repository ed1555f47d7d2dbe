package org.tandem.dicom;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A Specific Character Set (0008,0005): turns the bytes of text values into characters and back (PS3.5 6.1, PS3.3
 * C.12.1.1.2).
 */
public final class CharacterSet {

    /** The default repertoire, in force where (0008,0005) is absent. */
    public static final CharacterSet DEFAULT = new CharacterSet(List.of(), StandardCharsets.US_ASCII);

    public static final CharacterSet UTF_8 = new CharacterSet(List.of("ISO_IR 192"), StandardCharsets.UTF_8);

    private final List<String> definedTerms;
    private final Charset charset;

    private CharacterSet(List<String> definedTerms, Charset charset) {
        this.definedTerms = List.copyOf(definedTerms);
        this.charset = charset;
    }

    /** The set that these values of (0008,0005) name. */
    public static CharacterSet of(List<String> definedTerms) {
        return definedTerms.contains("ISO_IR 192") ? UTF_8 : DEFAULT;
    }

    /** The values of (0008,0005); none for the default repertoire. */
    public List<String> definedTerms() {
        return definedTerms;
    }

    /** The characters of a value, padding included; what cannot be decoded becomes U+FFFD. */
    public String decode(byte[] bytes, VR vr) {
        return new String(bytes, charset);
    }

    /** The bytes of a text, not padded. */
    public byte[] encode(String text, VR vr) {
        return text.getBytes(charset);
    }
}
