package org.tandem.work;

/** A model and the version of it that a job runs; fixed when the job is ordered. */
public record ModelReference(String name, String version) {

    @Override
    public String toString() {
        return name + "/" + version;
    }
}
