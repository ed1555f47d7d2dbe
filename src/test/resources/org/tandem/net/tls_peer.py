"""pynetdicom through TLS, both sides showing certificates.

scu PORT KEY CERTIFICATE TRUSTED     C-ECHO to TANDEM; prints its status.
scp PORT KEY CERTIFICATE TRUSTED     answers C-ECHO, as ARCHIVE.
"""
import ssl
import sys

from pynetdicom import AE
from pynetdicom.sop_class import Verification


def context(purpose, key, certificate, trusted):
    made = ssl.create_default_context(purpose, cafile=trusted)
    made.load_cert_chain(certificate, key)
    made.verify_mode = ssl.CERT_REQUIRED
    return made


def scu(port, *files):
    entity = AE("PEER")
    entity.add_requested_context(Verification)
    association = entity.associate("127.0.0.1", int(port), ae_title="TANDEM",
                                   tls_args=(context(ssl.Purpose.SERVER_AUTH, *files), "localhost"))
    print("echo %04X" % association.send_c_echo().Status)
    association.release()


def scp(port, *files):
    entity = AE("ARCHIVE")
    entity.add_supported_context(Verification)
    entity.start_server(("127.0.0.1", int(port)), ssl_context=context(ssl.Purpose.CLIENT_AUTH, *files))


{"scu": scu, "scp": scp}[sys.argv[1]](*sys.argv[2:])
