"""pynetdicom at the other end.

scu PORT FILE...              C-ECHO, then C-STORE of each file in its own transfer syntax; prints a line for each status.
scp PORT OUR_PORT FOLDER      an archive, ARCHIVE: keeps each object as FOLDER/UID.dcm; answers C-FIND, C-MOVE, C-GET.
"""
import glob
import os
import sys

from pydicom import dcmread
from pydicom.dataset import Dataset
from pydicom.uid import AllTransferSyntaxes
from pynetdicom import AE, AllStoragePresentationContexts, evt
from pynetdicom.sop_class import (
    StudyRootQueryRetrieveInformationModelFind as Find,
    StudyRootQueryRetrieveInformationModelGet as Get,
    StudyRootQueryRetrieveInformationModelMove as Move,
    Verification,
)


def scu(port, *files):
    entity = AE("PEER")
    entity.add_requested_context(Verification)
    for file in files:
        meta = dcmread(file, stop_before_pixels=True).file_meta
        entity.add_requested_context(meta.MediaStorageSOPClassUID, meta.TransferSyntaxUID)
    association = entity.associate("127.0.0.1", int(port), ae_title="TANDEM")
    print("echo %04X" % association.send_c_echo().Status)
    for file in files:
        status = association.send_c_store(file)
        print("store %s %04X" % (os.path.basename(file), status.Status if "Status" in status else 0xFFFF))
    association.release()
    return 0


def scp(port, our_port, folder):
    def on_store(event):
        name = os.path.join(folder, event.request.AffectedSOPInstanceUID + ".dcm")
        with open(name, "wb") as file:
            file.write(event.encoded_dataset())
        return 0x0000

    def matches(event):
        asked = event.identifier
        for name in sorted(glob.glob(os.path.join(folder, "*.dcm"))):
            held = dcmread(name)
            if asked.get("StudyInstanceUID", "") in ("", held.StudyInstanceUID):
                yield held

    def on_find(event):
        seen = set()
        for held in matches(event):
            if held.StudyInstanceUID not in seen:
                seen.add(held.StudyInstanceUID)
                match = Dataset()
                match.QueryRetrieveLevel = "STUDY"
                match.StudyInstanceUID = held.StudyInstanceUID
                yield 0xFF00, match

    def on_get(event):
        held = list(matches(event))
        yield len(held)
        for each in held:
            yield 0xFF00, each

    def on_move(event):
        yield "127.0.0.1", int(our_port)
        yield from on_get(event)

    entity = AE("ARCHIVE")
    entity.supported_contexts = AllStoragePresentationContexts
    for context in entity.supported_contexts:
        context.transfer_syntax = AllTransferSyntaxes
        context.scu_role = context.scp_role = True
    entity.requested_contexts = AllStoragePresentationContexts[:120]
    for sop_class in (Verification, Find, Get, Move):
        entity.add_supported_context(sop_class)
    entity.maximum_pdu_size = 0
    entity.start_server(("127.0.0.1", int(port)), evt_handlers=[
        (evt.EVT_C_STORE, on_store), (evt.EVT_C_FIND, on_find), (evt.EVT_C_GET, on_get), (evt.EVT_C_MOVE, on_move)])
    return 0


sys.exit({"scu": scu, "scp": scp}[sys.argv[1]](*sys.argv[2:]))
