package org.tandem.ingest;

/**
 * An instance that lies in the spool: what it is, from whom it came, which bytes it has.
 *
 * @param modality Modality (0008,0060), empty where the data set has none; at most 16 characters
 */
public record ReceivedInstance(InstanceIdentity identity, String modality, Origin origin, StoredContent content) {

    private static final int MAX_MODALITY_LENGTH = 16; // VR CS, PS3.5 6.2

    public ReceivedInstance {
        modality = modality.length() > MAX_MODALITY_LENGTH ? modality.substring(0, MAX_MODALITY_LENGTH) : modality;
    }

    @Override
    public String toString() {
        return "instance " + identity.sopInstance();
    }
}
