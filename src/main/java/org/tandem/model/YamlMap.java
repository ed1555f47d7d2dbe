package org.tandem.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.tandem.dicom.TandemException;

/**
 * A mapping of a YAML 1.2 file that is read strictly. Whoever reads it asks for each key that it knows and then calls
 * {@link #refuseUnknownKeys()}: a key that was never asked for is a mistake, refused with file, path and the nearest
 * known key. Every refusal says what, where, got, expected. For one thread.
 */
public final class YamlMap {

    /** Entries of a list that a message still shows. */
    private static final int MAX_SHOWN = 8;

    /** Types, in the words of the reference. */
    private static final String TEXT = "text";

    private static final String WHOLE = "whole number";
    private static final String NUMBER = "number";

    private final String file;
    private final String path;
    private final Map<String, Object> values;
    private final Map<String, AskedKey> known = new LinkedHashMap<>();
    private final List<YamlMap> children = new ArrayList<>();

    private YamlMap(String file, String path, Map<String, Object> values) {
        this.file = file;
        this.path = path;
        this.values = values;
    }

    /** Reads a file whose top is a mapping; an empty file is an empty mapping. */
    public static YamlMap load(Path file) {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new TandemException(TandemException.Kind.REFUSE, file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Parses a text; the name stands in messages. */
    public static YamlMap parse(String text, String fileName) {
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setLabel(fileName)
                    .setAllowDuplicateKeys(false)
                    .build();
            @Nullable Object top = new Load(settings).loadFromString(text);
            return new YamlMap(fileName, "", asMap(top == null ? Map.of() : top, fileName, ""));
        } catch (YamlEngineException e) {
            throw new TandemException(TandemException.Kind.REFUSE, fileName + " is no YAML: " + e.getMessage(), e);
        }
    }

    /** Where this mapping stands: file and path, for messages. */
    public String where() {
        return path.isEmpty() ? file : file + ", " + path;
    }

    /** Keys in the order of the file, for mappings whose keys are names. Counts as asking for all of them. */
    public Set<String> keys() {
        values.keySet().forEach(key -> ask(key, ""));
        return new LinkedHashSet<>(values.keySet());
    }

    public boolean has(String key) {
        ask(key, "");
        return values.get(key) != null;
    }

    /** Whether a list stands there, where something else may. */
    public boolean isList(String key) {
        return value(key).filter(List.class::isInstance).isPresent();
    }

    public String string(String key) {
        ask(key, TEXT, AskedKey.REQUIRED);
        return required(key, optionalString(key), "a text");
    }

    public String string(String key, String otherwise) {
        ask(key, TEXT, otherwise);
        return optionalString(key).orElse(otherwise);
    }

    /** A text; a number or a truth value counts as the text that it was written as. */
    public Optional<String> optionalString(String key) {
        ask(key, TEXT);
        return value(key).map(value -> {
            if (value instanceof Map || value instanceof List) {
                throw wrong(key, value, "a text");
            }
            return value.toString();
        });
    }

    public int integer(String key, int otherwise) {
        ask(key, WHOLE, otherwise);
        return optionalInteger(key).orElse(otherwise);
    }

    public Optional<Integer> optionalInteger(String key) {
        ask(key, WHOLE);
        return value(key).map(value -> {
            if (value instanceof Integer number) {
                return number;
            }
            throw wrong(key, value, "a whole number");
        });
    }

    public long longInteger(String key, long otherwise) {
        ask(key, WHOLE, otherwise);
        return value(key)
                .map(value -> {
                    if (value instanceof Integer || value instanceof Long) {
                        return ((Number) value).longValue();
                    }
                    throw wrong(key, value, "a whole number");
                })
                .orElse(otherwise);
    }

    public double decimal(String key, double otherwise) {
        ask(key, NUMBER, otherwise == Math.rint(otherwise) ? (Object) Math.round(otherwise) : otherwise);
        return optionalDecimal(key).orElse(otherwise);
    }

    public Optional<Double> optionalDecimal(String key) {
        ask(key, NUMBER);
        return value(key).map(value -> {
            if (value instanceof Number number) {
                return number.doubleValue();
            }
            throw wrong(key, value, "a number");
        });
    }

    public boolean truth(String key, boolean otherwise) {
        ask(key, "true or false", otherwise);
        return value(key)
                .map(value -> {
                    if (value instanceof Boolean truth) {
                        return truth;
                    }
                    throw wrong(key, value, "true or false");
                })
                .orElse(otherwise);
    }

    /** A list of texts; one text alone counts as a list of one; empty if absent. */
    public List<String> strings(String key) {
        ask(key, "texts");
        return list(key).stream().map(Object::toString).toList();
    }

    /** A list of numbers; empty if absent. */
    public List<Double> decimals(String key) {
        ask(key, "numbers");
        return list(key).stream()
                .map(value -> {
                    if (value instanceof Number number) {
                        return number.doubleValue();
                    }
                    throw wrong(key, value, "a list of numbers");
                })
                .toList();
    }

    /** One of the constants of an enum, written in lower case. */
    public <E extends Enum<E>> Optional<E> optionalEnum(String key, Class<E> type) {
        ask(key, lowerCase(type.getEnumConstants()));
        return optionalString(key).map(text -> {
            for (E constant : type.getEnumConstants()) {
                if (lowerCase(constant).equals(text)) {
                    return constant;
                }
            }
            throw wrong(key, text, "one of " + lowerCase(type.getEnumConstants()));
        });
    }

    /** One of the constants of an enum, written in lower case. */
    public <E extends Enum<E>> E choice(String key, E otherwise) {
        ask(key, lowerCase(otherwise.getDeclaringClass().getEnumConstants()), lowerCase(otherwise));
        return optionalEnum(key, otherwise.getDeclaringClass()).orElse(otherwise);
    }

    /** A mapping below this one; an empty one if absent. */
    public YamlMap map(String key) {
        return optionalMap(key).orElseGet(() -> child(key, Map.of()));
    }

    public Optional<YamlMap> optionalMap(String key) {
        ask(key, "mapping");
        return value(key).map(value -> child(key, value));
    }

    /** A list of mappings; empty if absent. */
    public List<YamlMap> maps(String key) {
        ask(key, "list of mappings");
        List<YamlMap> maps = new ArrayList<>();
        List<Object> list = list(key);
        for (int i = 0; i < list.size(); i++) {
            maps.add(child(key + "[" + i + "]", list.get(i)));
        }
        return maps;
    }

    /** What a parser makes of the text; its refusal is passed on with the place. */
    public <T> T parsed(String key, Function<String, T> parser) {
        ask(key, TEXT, AskedKey.REQUIRED);
        return required(key, optionalParsed(key, parser), "a value");
    }

    public <T> Optional<T> optionalParsed(String key, Function<String, T> parser) {
        return optionalString(key).map(text -> parse(key, text, parser));
    }

    /** What a parser makes of each text of a list; empty if absent. */
    public <T> List<T> parsedList(String key, Function<String, T> parser) {
        return strings(key).stream().map(text -> parse(key, text, parser)).toList();
    }

    private <T> T parse(String key, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (RuntimeException e) {
            throw new TandemException(TandemException.Kind.REFUSE, place(key) + ": " + e.getMessage(), e);
        }
    }

    /** A refusal of the value at this key. */
    public TandemException wrong(String key, Object got, String expected) {
        return new TandemException(
                TandemException.Kind.REFUSE, place(key) + ": got " + shown(got) + ", expected " + expected);
    }

    /** Refuses keys that nobody asked for, here and below. */
    public void refuseUnknownKeys() {
        for (String key : values.keySet()) {
            if (!known.containsKey(key)) {
                String nearest = NearestName.of(key, known.keySet())
                        .map(name -> "; did you mean \"" + name + "\"?")
                        .orElse("");
                throw new TandemException(
                        TandemException.Kind.REFUSE,
                        place(key) + ": unknown key" + nearest + " Known here: " + String.join(", ", known.keySet()));
            }
        }
        children.forEach(YamlMap::refuseUnknownKeys);
    }

    /** Every key that was asked for, here and below, in the order of asking. */
    List<AskedKey> asked() {
        List<AskedKey> asked = new ArrayList<>(known.values());
        children.forEach(child -> asked.addAll(child.asked()));
        return asked;
    }

    private void ask(String key, String type) {
        ask(key, type, Optional.empty());
    }

    private void ask(String key, String type, Object otherwise) {
        ask(key, type, Optional.of(otherwise.toString()));
    }

    private void ask(String key, String type, Optional<String> otherwise) {
        String from = path.isEmpty() ? key : path.replaceAll("\\[\\d+\\]", "[]") + "." + key;
        known.merge(key, new AskedKey(from, type, otherwise), AskedKey::and);
    }

    private Optional<Object> value(String key) {
        ask(key, "");
        return Optional.ofNullable(values.get(key));
    }

    private List<Object> list(String key) {
        Object value = value(key).orElse(List.of());
        if (value instanceof Map) {
            throw wrong(key, value, "a list");
        }
        return value instanceof List<?> list ? List.copyOf(list) : List.of(value);
    }

    private YamlMap child(String key, Object value) {
        String childPath = path.isEmpty() ? key : path + "." + key;
        YamlMap child = new YamlMap(file, childPath, asMap(value, file, childPath));
        children.add(child);
        return child;
    }

    private <T> T required(String key, Optional<T> value, String expected) {
        return value.orElseThrow(() -> wrong(key, "nothing" + lookalike(key), expected));
    }

    /** A key that nobody asked for yet and that reads like this one, which is missing: probably a slip of the pen. */
    private String lookalike(String key) {
        Set<String> strangers = new LinkedHashSet<>(values.keySet());
        strangers.removeAll(known.keySet());
        return NearestName.of(key, strangers)
                .map(stranger -> " (but \"" + stranger + "\")")
                .orElse("");
    }

    private String place(String key) {
        return file + ", " + (path.isEmpty() ? key : path + "." + key);
    }

    private static Map<String, Object> asMap(Object value, String file, String path) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    (path.isEmpty() ? file : file + ", " + path) + ": got " + shown(value) + ", expected a mapping");
        }
        Map<String, Object> named = new LinkedHashMap<>();
        map.forEach((key, v) -> named.put(String.valueOf(key), v));
        return named;
    }

    /** A short list of plain values is shown as it is: it is what somebody mistyped. */
    private static String shown(Object got) {
        if (got instanceof Map) {
            return "a mapping";
        }
        if (got instanceof List<?> list) {
            boolean plain =
                    list.size() <= MAX_SHOWN && list.stream().noneMatch(v -> v instanceof Map || v instanceof List);
            return plain ? list.toString() : "a list";
        }
        return got.toString();
    }

    private static String lowerCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> String lowerCase(E[] constants) {
        List<String> names = new ArrayList<>();
        for (E constant : constants) {
            names.add(lowerCase(constant));
        }
        return String.join(", ", names);
    }
}
