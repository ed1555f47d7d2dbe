package org.tandem.dicom;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Specific Character Set (0008,0005): turns the bytes of text values into characters and back (PS3.5 6.1, PS3.3
 * C.12.1.1.2). Spellings that devices are known to use for a defined term are understood; a term that is not known
 * counts as none. Where no set is declared, bytes beyond the default repertoire are read as what they most often are.
 */
public final class CharacterSet {

    /** Read where only the default repertoire was promised, and bytes came that are neither in it nor UTF-8. */
    private static final Charset LENIENT = Charset.forName("windows-1252");

    /** Sets that are used alone, without code extensions, by the term without blanks and underscores. */
    private static final Map<String, String> ALONE = Map.of(
            "ISOIR192", "UTF-8",
            "ISO2022IR192", "UTF-8",
            "UTF8", "UTF-8",
            "GB18030", "GB18030",
            "GBK", "GBK",
            "ISO2022GBK", "GBK");

    private static final Map<String, String> OTHER_NAMES = Map.of("LATIN1", "ISOIR100", "ISO88591", "ISOIR100");

    private static final Pattern REGISTERED = Pattern.compile("ISO(?:2022)?IR(\\d+)");
    private static final Pattern BLANKS = Pattern.compile("[ _-]");

    /** The default repertoire, in force where (0008,0005) is absent. */
    public static final CharacterSet DEFAULT = of(List.of());

    public static final CharacterSet UTF_8 = of(List.of("ISO_IR 192"));

    private final List<String> definedTerms;
    private final @Nullable Charset alone;
    private final CodeExtensions extensions;

    private CharacterSet(List<String> definedTerms, @Nullable Charset alone, CodeExtensions extensions) {
        this.definedTerms = List.copyOf(definedTerms);
        this.alone = alone;
        this.extensions = extensions;
    }

    /** The set that these values of (0008,0005) name; the first is in force at the start of each value. */
    public static CharacterSet of(List<String> definedTerms) {
        List<String> terms = definedTerms.stream().map(CharacterSet::normalized).toList();
        Optional<Charset> alone =
                terms.stream().filter(ALONE::containsKey).findFirst().map(term -> Charset.forName(ALONE.get(term)));
        List<Repertoire> first = terms.isEmpty() ? List.of() : repertoires(terms.get(0));
        List<Repertoire> all = new ArrayList<>(List.of(Repertoire.ASCII));
        terms.forEach(term -> all.addAll(repertoires(term)));
        return new CharacterSet(definedTerms, alone.orElse(null), extensions(first, all));
    }

    /** Only sets of one byte can be in force at the start (PS3.3 C.12.1.1.2, note 2 to Table C.12-3). */
    private static CodeExtensions extensions(List<Repertoire> first, List<Repertoire> all) {
        return new CodeExtensions(
                initial(first, Repertoire.Half.G0).orElse(Repertoire.ASCII), initial(first, Repertoire.Half.G1), all);
    }

    private static Optional<Repertoire> initial(List<Repertoire> first, Repertoire.Half half) {
        return first.stream()
                .filter(r -> r.half() == half && r.bytesPerCharacter() == 1)
                .findFirst();
    }

    private static String normalized(String term) {
        String plain = BLANKS.matcher(term).replaceAll("").toUpperCase(Locale.ROOT);
        return OTHER_NAMES.getOrDefault(plain, plain);
    }

    private static List<Repertoire> repertoires(String term) {
        Matcher matcher = REGISTERED.matcher(term);
        return matcher.matches() ? Repertoire.registered(Integer.parseInt(matcher.group(1))) : List.of();
    }

    /** The values of (0008,0005); none for the default repertoire. */
    public List<String> definedTerms() {
        return definedTerms;
    }

    /** What is odd about the terms, as it was understood all the same; empty where nothing is. */
    Optional<String> oddity() {
        if (alone != null && definedTerms.size() > 1) {
            return Optional.of("names a set without code extensions beside others, which are left out");
        }
        boolean unknown = definedTerms.stream()
                .map(CharacterSet::normalized)
                .anyMatch(term -> !term.isEmpty()
                        && !ALONE.containsKey(term)
                        && repertoires(term).isEmpty());
        return unknown ? Optional.of("names a set that is not known, which is left out") : Optional.empty();
    }

    /** The characters of a value, padding included; what cannot be decoded becomes U+FFFD. */
    public String decode(byte[] bytes, VR vr) {
        boolean asciiOnly = vr.kind() != VR.Kind.TEXT && vr.kind() != VR.Kind.LONG_TEXT && vr != VR.UN;
        if (asciiOnly) {
            return new String(bytes, StandardCharsets.US_ASCII);
        }
        if (alone != null) {
            return new String(bytes, alone);
        }
        if (isPlain(bytes)) {
            return new String(bytes, StandardCharsets.US_ASCII);
        }
        return extensions.declared() || hasEscape(bytes) ? extensions.decode(bytes, vr) : decodeUndeclared(bytes);
    }

    /** Text of several bytes a character is hardly ever valid UTF-8 by accident. */
    private static String decodeUndeclared(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, LENIENT);
        }
    }

    /** The bytes of a text, not padded; what cannot be encoded becomes a question mark. */
    public byte[] encode(String text, VR vr) {
        if (alone != null) {
            return text.getBytes(alone);
        }
        boolean plain = text.chars().allMatch(character -> character < 0x80 && character != Repertoire.ESCAPE);
        return plain ? text.getBytes(StandardCharsets.US_ASCII) : extensions.encode(text, vr);
    }

    private static boolean hasEscape(byte[] bytes) {
        for (byte b : bytes) {
            if (b == Repertoire.ESCAPE) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether these are bytes of the default repertoire, which nearly all values are, and mean the same in every set.
     */
    private static boolean isPlain(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0 || b == Repertoire.ESCAPE) {
                return false;
            }
        }
        return true;
    }
}
