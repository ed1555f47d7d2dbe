package org.tandem.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An archive that nobody here wrote: titled ARCHIVE, it takes all, and knows our node by the title TANDEM. */
public enum OutsideArchive {
    DCMQRSCP {
        @Override
        public OutsideProgram.Running start(Path folder, int port, int ourPort) throws IOException {
            Path storage = Files.createDirectory(folder.resolve("archive"));
            Path configuration = Files.writeString(
                    folder.resolve("dcmqrscp.cfg"),
                    String.format(
                            """
                            NetworkTCPPort = %d
                            MaxPDUSize = 131072
                            MaxAssociations = 16
                            HostTable BEGIN
                            tandem = (TANDEM, 127.0.0.1, %d)
                            HostTable END
                            VendorTable BEGIN
                            VendorTable END
                            AETable BEGIN
                            ARCHIVE %s RW (100, 1024mb) ANY
                            AETable END
                            """,
                            port, ourPort, storage));
            return OutsideProgram.find("dcmqrscp").serve(port, "--config", configuration);
        }
    },
    ORTHANC {
        @Override
        public OutsideProgram.Running start(Path folder, int port, int ourPort) throws IOException {
            Path storage = folder.resolve("archive");
            Path configuration = Files.writeString(
                    folder.resolve("orthanc.json"),
                    String.format(
                            """
                            {
                              "StorageDirectory": "%s", "IndexDirectory": "%s", "Plugins": [],
                              "HttpServerEnabled": false, "DicomAet": "ARCHIVE", "DicomPort": %d,
                              "DicomAlwaysAllowStore": true, "DicomAlwaysAllowFind": true,
                              "DicomAlwaysAllowGet": true, "DicomAlwaysAllowMove": true,
                              "DicomModalities": {"tandem": ["TANDEM", "127.0.0.1", %d]}
                            }
                            """,
                            storage, storage, port, ourPort));
            return OutsideProgram.find("Orthanc").serve(port, configuration);
        }
    };

    /** Starts it on a port, keeping all that it writes in a folder. */
    public abstract OutsideProgram.Running start(Path folder, int port, int ourPort) throws IOException;
}
