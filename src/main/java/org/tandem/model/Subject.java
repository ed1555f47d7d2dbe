package org.tandem.model;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Dictionary;
import org.tandem.dicom.FrameGroups;
import org.tandem.dicom.Tag;
import org.tandem.dicom.VR;

/** What a condition looks at. */
public sealed interface Subject {

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

    /** A DICOM attribute by its keyword; of an enhanced image, also in the functional groups of its first frame. */
    record Attribute(int tag) implements Subject {

        private static final int PATIENT_GROUP = 0x0010;

        /** Identifiers outside the patient's group. */
        private static final Set<Integer> IDENTITY =
                Set.of(Tag.ACCESSION_NUMBER, Tag.STUDY_ID, Tag.REFERRING_PHYSICIAN_NAME, Tag.OPERATORS_NAME);

        @Override
        public List<String> values(SeriesFacts facts) {
            return FrameGroups.of(facts.header(), 0)
                    .holding(tag)
                    .map(this::values)
                    .orElse(List.of());
        }

        @Override
        public String name() {
            return Dictionary.keyword(tag);
        }

        @Override
        public boolean isIdentity() {
            return Tag.group(tag) == PATIENT_GROUP || IDENTITY.contains(tag);
        }

        /** Of a sequence how many items it has, so that rules can ask whether it is there. */
        private List<String> values(DataSet holder) {
            if (holder.element(tag).filter(element -> element.vr() == VR.SQ).isPresent()) {
                return List.of(Integer.toString(holder.items(tag).size()));
            }
            List<String> texts = holder.strings(tag);
            return texts.isEmpty()
                    ? Arrays.stream(holder.decimals(tag))
                            .mapToObj(Attribute::number)
                            .toList()
                    : texts;
        }

        private static String number(double value) {
            return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
        }
    }
}
