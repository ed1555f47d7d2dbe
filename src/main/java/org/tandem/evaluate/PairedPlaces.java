package org.tandem.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tandem.evaluate.data.Truth;
import org.tandem.inference.prediction.PredictedPlace;

/**
 * Marks of one label, all that the network gave, beside the true places of it.
 *
 * @param line from where on the model reports a mark
 */
record PairedPlaces(String label, List<PredictedPlace> marks, Truth.Places truth, double line) {

    PairedPlaces {
        marks = List.copyOf(marks);
    }

    /** A pair for each label that the data set tells of. */
    static List<PairedPlaces> of(
            TruthNames names, Truth.Places known, List<PredictedPlace> predicted, List<Double> lines) {
        List<PairedPlaces> pairs = new ArrayList<>();
        for (int i = 0; i < names.labels().size(); i++) {
            String label = names.labels().get(i);
            Optional<String> name = names.nameOf(i, known.names());
            if (name.isPresent()) {
                List<PredictedPlace> marks = predicted.stream()
                        .filter(one -> one.meaning().label().equals(label))
                        .toList();
                pairs.add(new PairedPlaces(label, marks, known.of(name.get()), lines.get(i)));
            }
        }
        return pairs;
    }

    CaseRecord.OfPlaces measured() {
        return new CaseRecord.OfPlaces(
                label, PlaceMatching.marks(marks, truth), truth.places().size(), line);
    }

    /** How surely a true place was found: by the strongest mark that hits it; 0 where none does. */
    double found(int place) {
        return marks.stream()
                .filter(mark -> PlaceMatching.place(mark.shape(), truth) == place)
                .mapToDouble(PredictedPlace::probability)
                .max()
                .orElse(0);
    }

    /** The mark that is wrong and strongest. */
    Optional<PredictedPlace> strongestWrong() {
        return marks.stream()
                .filter(mark -> PlaceMatching.isWrong(mark.shape(), truth))
                .max(Comparator.comparingDouble(PredictedPlace::probability));
    }
}
