package org.tandem.result.finding;

import java.util.List;

/**
 * What a reader of the results should know beside the findings, in sentences without an end: that a model may be wrong
 * here, for instance.
 */
public record Remarks(List<String> sentences) implements OutputFindings {

    public Remarks {
        sentences = List.copyOf(sentences);
    }
}
