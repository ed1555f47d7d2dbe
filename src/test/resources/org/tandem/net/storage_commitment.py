"""Storage commitment by pynetdicom, in the association of the request.

scu PORT KEPT LOST      asks our node (TANDEM) and waits for the report; prints what is kept and what is not.
scp PORT                keeps all that it is asked to, and reports over the same association.
"""
import sys
import threading

from pydicom.dataset import Dataset
from pynetdicom import AE, evt
from pynetdicom.sop_class import CTImageStorage, StorageCommitmentPushModel, StorageCommitmentPushModelInstance


def references(uids):
    items = []
    for uid in uids:
        item = Dataset()
        item.ReferencedSOPClassUID = CTImageStorage
        item.ReferencedSOPInstanceUID = uid
        items.append(item)
    return items


def uids(dataset, keyword):
    return ",".join(item.ReferencedSOPInstanceUID for item in dataset.get(keyword, []))


def scu(port, kept, lost):
    told = threading.Event()

    def on_report(event):
        information = event.event_information
        print("event", event.event_type, "kept", uids(information, "ReferencedSOPSequence"),
              "lost", uids(information, "FailedSOPSequence"))
        told.set()
        return 0x0000, None

    request = Dataset()
    request.TransactionUID = "2.25.4242"
    request.ReferencedSOPSequence = references([kept, lost])
    entity = AE("PYTHON")
    entity.add_requested_context(StorageCommitmentPushModel)
    association = entity.associate("127.0.0.1", int(port), ae_title="TANDEM",
                                   evt_handlers=[(evt.EVT_N_EVENT_REPORT, on_report)])
    status, _ = association.send_n_action(
        request, 1, StorageCommitmentPushModel, StorageCommitmentPushModelInstance)
    print("action %04X" % status.Status)
    arrived = told.wait(20)
    association.release()
    return 0 if arrived else 1


def scp(port):
    def on_action(event):
        request = event.action_information
        result = Dataset()
        result.TransactionUID = request.TransactionUID
        result.ReferencedSOPSequence = request.ReferencedSOPSequence
        threading.Timer(0.3, lambda: event.assoc.send_n_event_report(
            result, 1, StorageCommitmentPushModel, StorageCommitmentPushModelInstance)).start()
        return 0x0000, None

    entity = AE("ARCHIVE")
    entity.add_supported_context(StorageCommitmentPushModel, scu_role=True, scp_role=True)
    entity.start_server(("127.0.0.1", int(port)), evt_handlers=[(evt.EVT_N_ACTION, on_action)])
    return 0


sys.exit({"scu": scu, "scp": scp}[sys.argv[1]](*sys.argv[2:]))
