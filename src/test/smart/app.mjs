// Serves the app, what fhirclient publishes for browsers, and the public keys of a system.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';

const here = new URL('.', import.meta.url);
const file = name => readFileSync(new URL(name, here));

export async function serve(more = {}) {
  const pages = {
    '/launch.html': ['text/html', file('app/launch.html')],
    '/index.html': ['text/html', file('app/index.html')],
    '/fhir-client.js': ['text/javascript', file('node_modules/fhirclient/build/fhir-client.js')],
    '/empty.html': ['text/html', '<!DOCTYPE html><html lang="en"><title>Empty</title><body></body></html>'],
  };
  const server = createServer((request, response) => {
    const path = request.url.split('?')[0];
    const found = path in more ? ['application/json', JSON.stringify(more[path])] : pages[path];
    response.writeHead(found ? 200 : 404, { 'Content-Type': found ? found[0] : 'text/plain' });
    response.end(found ? found[1] : 'nothing here');
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  // Another site than 127.0.0.1, for cookies and frames.
  const origin = `http://localhost:${server.address().port}`;
  return { origin, more, stop: () => { server.closeAllConnections(); server.close(); } };
}
