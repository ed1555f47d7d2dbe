// node bits.mjs PORT ORTHANC_PORT: frames of one bit a pixel that are no whole bytes, cut out of the pixel data. Orthanc 1.10.1 answers
// 400 to .../frames/N of such instances; nginx then asks here. Bits are counted from the lowest of each byte (PS3.5 8.1.1).
import { createServer } from 'node:http';

const [port, orthanc] = process.argv.slice(2);

async function json(path) {
  const answer = await fetch(`http://127.0.0.1:${orthanc}${path}`, { headers: { Accept: 'application/dicom+json' } });
  return (await answer.json())[0];
}

// The body of the only part of a multipart answer.
async function pixelData(instance) {
  const answer = await fetch(`http://127.0.0.1:${orthanc}${instance}/bulk/7fe00010`);
  const boundary = /boundary="?([^";]+)/.exec(answer.headers.get('content-type'))[1];
  const bytes = Buffer.from(await answer.arrayBuffer());
  const start = bytes.indexOf('\r\n\r\n') + 4;
  return bytes.subarray(start, bytes.lastIndexOf(`\r\n--${boundary}`));
}

function cut(bytes, first, count) {
  const frame = Buffer.alloc(Math.ceil(count / 8));
  for (let i = 0; i < count; i++) {
    const from = first + i;
    frame[i >> 3] |= ((bytes[from >> 3] >> (from & 7)) & 1) << (i & 7);
  }
  return frame;
}

createServer(async (request, response) => {
  try {
    const [, instance, number] = /^(\/dicom-web\/.*\/instances\/[^/]+)\/frames\/(\d+)$/.exec(request.url);
    const header = await json(`${instance}/metadata`);
    const [rows, columns, bits] = ['00280010', '00280011', '00280100'].map(tag => header[tag].Value[0]);
    if (bits !== 1) {
      throw new Error(`bits allocated: got ${bits}, expected 1`);
    }
    const frame = cut(await pixelData(instance), (number - 1) * rows * columns, rows * columns);
    response.writeHead(200, { 'Content-Type': 'multipart/related; type="application/octet-stream"; boundary=frame' });
    response.end(Buffer.concat([Buffer.from('--frame\r\nContent-Type: application/octet-stream\r\n\r\n'), frame, Buffer.from('\r\n--frame--\r\n')]));
  } catch (error) {
    response.writeHead(400, { 'Content-Type': 'text/plain' });
    response.end(String(error));
  }
}).listen(Number(port), '127.0.0.1');
