// dcmjs-dimse at the other end; as interoperability.py.
// scu PORT FILE...            C-ECHO, then C-STORE of each file in its own transfer syntax; a line for each status.
// scp PORT OUR_PORT FOLDER    an archive, ARCHIVE: keeps each object as FOLDER/UID.dcm; answers C-FIND, C-MOVE, C-GET.
const path = require('path');
const dimse = require(process.env.DCMJS_DIMSE);
const { Client, Dataset, Scp, Server } = dimse;
const { CEchoRequest, CStoreRequest } = dimse.requests;
const { CEchoResponse, CFindResponse, CGetResponse, CMoveResponse, CStoreResponse } = dimse.responses;
const { PresentationContextResult, SopClass, Status, TransferSyntax } = dimse.constants;

dimse.log.level = 'error';
(dimse.log.transports || []).forEach((transport) => (transport.level = 'error'));

const hex = (status) => status.toString(16).padStart(4, '0').toUpperCase();

function perform(port, called, requests) {
  return new Promise((resolve) => {
    const client = new Client();
    requests.forEach((request) => client.addRequest(request));
    client.on('networkError', (error) => resolve(String(error)));
    client.on('closed', () => resolve(''));
    client.send('127.0.0.1', Number(port), 'PEER', called);
  });
}

async function scu(port, ...files) {
  await dimse.Transcoding.initializeAsync(); // our node prefers native pixels wherever they are offered
  const echo = new CEchoRequest();
  echo.on('response', (response) => console.log('echo ' + hex(response.getStatus())));
  await perform(port, 'TANDEM', [echo]);
  for (const file of files) {
    const dataset = Dataset.fromFile(file);
    const store = new CStoreRequest(dataset);
    store.setAdditionalTransferSyntaxes([dataset.getTransferSyntaxUid()]);
    store.on('response', (response) => console.log('store ' + path.basename(file) + ' ' + hex(response.getStatus())));
    const failed = await perform(port, 'TANDEM', [store]);
    if (failed) console.log(failed);
  }
}

function scp(port, ourPort, folder) {
  const held = [];
  const matching = (request) => {
    const study = request.getDataset().getElement('StudyInstanceUID');
    return held.filter((each) => !study || each.getElement('StudyInstanceUID') === study);
  };

  class Archive extends Scp {
    associationRequested(association) {
      association.getPresentationContexts().forEach((c) => {
        const context = association.getPresentationContext(c.id);
        const offered = context.getTransferSyntaxUids();
        const wanted = offered.includes(TransferSyntax.ExplicitVRLittleEndian)
          ? TransferSyntax.ExplicitVRLittleEndian
          : offered[0];
        context.setResult(PresentationContextResult.Accept, wanted);
      });
      this.sendAssociationAccept();
    }

    cEchoRequest(request, callback) {
      const response = CEchoResponse.fromRequest(request);
      response.setStatus(Status.Success);
      callback(response);
    }

    cStoreRequest(request, callback) {
      const dataset = request.getDataset();
      held.push(dataset);
      const uid = dataset.getElement('SOPInstanceUID');
      const response = CStoreResponse.fromRequest(request);
      dataset.toFile(path.join(folder, uid + '.dcm'), (error) => {
        response.setStatus(error ? Status.ProcessingFailure : Status.Success);
        callback(response);
      });
    }

    cFindRequest(request, callback) {
      const responses = [...new Set(matching(request).map((each) => each.getElement('StudyInstanceUID')))].map((uid) => {
        const response = CFindResponse.fromRequest(request);
        response.setDataset(new Dataset({ QueryRetrieveLevel: 'STUDY', StudyInstanceUID: uid }));
        response.setStatus(Status.Pending);
        return response;
      });
      const last = CFindResponse.fromRequest(request);
      last.setStatus(Status.Success);
      callback([...responses, last]);
    }

    cGetRequest(request, callback) {
      const matches = matching(request);
      matches.forEach((each) => this.sendRequests(new CStoreRequest(each)));
      const last = CGetResponse.fromRequest(request);
      last.setStatus(Status.Success);
      last.setCompleted(matches.length);
      callback([last]);
    }

    async cMoveRequest(request, callback) {
      const matches = matching(request);
      const failed = await perform(ourPort, 'TANDEM', matches.map((each) => new CStoreRequest(each)));
      const last = CMoveResponse.fromRequest(request);
      last.setStatus(failed ? Status.ProcessingFailure : Status.Success);
      last.setCompleted(matches.length);
      callback([last]);
    }

    associationReleaseRequested() {
      this.sendAssociationReleaseResponse();
    }
  }

  new Server(Archive).listen(Number(port));
}

const [mode, ...rest] = process.argv.slice(2);
({ scu, scp })[mode](...rest);
