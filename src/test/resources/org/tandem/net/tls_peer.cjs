// dcmjs-dimse through TLS, both sides showing certificates; as tls_peer.py.
const fs = require('fs');
const dimse = require(process.env.DCMJS_DIMSE);
const { Client, Scp, Server } = dimse;
const { CEchoRequest } = dimse.requests;
const { CEchoResponse } = dimse.responses;
const { PresentationContextResult, Status } = dimse.constants;

dimse.log.level = 'error';
(dimse.log.transports || []).forEach((transport) => (transport.level = 'error'));

const security = (key, certificate, trusted) => ({
  securityOptions: {
    key: fs.readFileSync(key),
    cert: fs.readFileSync(certificate),
    ca: fs.readFileSync(trusted),
    requestCert: true,
    rejectUnauthorized: true,
  },
});

function scu(port, ...files) {
  const echo = new CEchoRequest();
  echo.on('response', (response) => console.log('echo ' + response.getStatus().toString(16).padStart(4, '0')));
  const client = new Client();
  client.addRequest(echo);
  client.on('networkError', (error) => console.log(String(error)));
  client.send('127.0.0.1', Number(port), 'PEER', 'TANDEM', security(...files));
}

function scp(port, ...files) {
  class Archive extends Scp {
    associationRequested(association) {
      association.getPresentationContexts().forEach((c) => {
        const context = association.getPresentationContext(c.id);
        context.setResult(PresentationContextResult.Accept, context.getTransferSyntaxUids()[0]);
      });
      this.sendAssociationAccept();
    }

    cEchoRequest(request, callback) {
      const response = CEchoResponse.fromRequest(request);
      response.setStatus(Status.Success);
      callback(response);
    }

    associationReleaseRequested() {
      this.sendAssociationReleaseResponse();
    }
  }
  new Server(Archive).listen(Number(port), security(...files));
}

const [mode, ...rest] = process.argv.slice(2);
({ scu, scp })[mode](...rest);
