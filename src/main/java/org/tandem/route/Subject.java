package org.tandem.route;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.tandem.dicom.Dictionary;
import org.tandem.dicom.Tag;

/** What a condition looks at. */
sealed interface Subject {

    /** Its values in a series; none if it is absent. */
    List<String> values(SeriesFacts facts);

    /** As it is written in rules. */
    String name();

    /** Whether its values say who the patient is, so that an explanation must not show them. */
    default boolean isIdentity() {
        return false;
    }

    /** {@code source_ae}. */
    record SourceAe() implements Subject {
        @Override
        public List<String> values(SeriesFacts facts) {
            return List.of(facts.sourceAe());
        }

        @Override
        public String name() {
            return "source_ae";
        }
    }

    /** {@code called_ae}. */
    record CalledAe() implements Subject {
        @Override
        public List<String> values(SeriesFacts facts) {
            return List.of(facts.calledAe());
        }

        @Override
        public String name() {
            return "called_ae";
        }
    }

    /** {@code instances}. */
    record Instances() implements Subject {
        @Override
        public List<String> values(SeriesFacts facts) {
            return List.of(Integer.toString(facts.instances()));
        }

        @Override
        public String name() {
            return "instances";
        }
    }

    /** A DICOM attribute by its keyword. */
    record Attribute(int tag) implements Subject {

        private static final int PATIENT_GROUP = 0x0010;

        /** Identifiers outside the patient's group. */
        private static final Set<Integer> IDENTITY =
                Set.of(Tag.ACCESSION_NUMBER, Tag.STUDY_ID, Tag.REFERRING_PHYSICIAN_NAME, Tag.OPERATORS_NAME);

        @Override
        public List<String> values(SeriesFacts facts) {
            List<String> texts = facts.header().strings(tag);
            if (!texts.isEmpty()) {
                return texts;
            }
            return Arrays.stream(facts.header().decimals(tag))
                    .mapToObj(Attribute::number)
                    .toList();
        }

        @Override
        public String name() {
            return Dictionary.keyword(tag);
        }

        @Override
        public boolean isIdentity() {
            return Tag.group(tag) == PATIENT_GROUP || IDENTITY.contains(tag);
        }

        private static String number(double value) {
            return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
        }
    }
}
