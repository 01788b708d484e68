// FHIR Bulk Data Access 2.0: kick-off, status, files.
import { check, equal } from './checks.mjs';
import { system } from './system.mjs';

const MOST_WAITS = 120;

async function finished(client, address) {
  for (let i = 0; i < MOST_WAITS; i++) {
    const status = await client.send('GET', address, undefined, { Accept: 'application/json' });
    if (status.status !== 202) {
      return status;
    }
    const wait = Number(status.headers.get('Retry-After') ?? 1);
    await new Promise(resolve => setTimeout(resolve, Math.min(wait, 2) * 1000));
  }
  throw new Error('The export did not come to an end');
}

export async function run({ fhir, loader }) {
  const client = await system(fhir, 'loader', loader, 'system/*.rs');
  const begun = await client.send('GET', 'Patient/$export', undefined, { Prefer: 'respond-async' });
  const address = begun.headers.get('Content-Location');
  check('$export of all patients is begun', begun.status === 202 && Boolean(address),
    begun.status === 202 ? begun.status : `${begun.status} ${begun.text}`);
  if (begun.status !== 202 || !address) {
    return;
  }
  equal('its status without a token', (await fetch(address)).status, 401);
  const done = await finished(client, address);
  const manifest = done.json;
  check('it comes to an end', done.status === 200 && Array.isArray(manifest?.output) && Boolean(manifest.transactionTime)
    && Boolean(manifest.request) && Array.isArray(manifest.error), done.status === 200
    ? `${manifest.output.length} files, transactionTime ${manifest.transactionTime}` : `${done.status} ${done.text}`);
  equal('its files need a token', manifest.requiresAccessToken, true);
  const counts = {};
  const people = new Set();
  for (const file of manifest.output) {
    const withToken = await client.send('GET', file.url, undefined, { Accept: 'application/fhir+ndjson' });
    const lines = withToken.text.split('\n').filter(line => line.trim() !== '').map(line => JSON.parse(line));
    const type = withToken.headers.get('Content-Type') ?? '';
    const right = withToken.status === 200 && type.startsWith('application/fhir+ndjson')
      && lines.every(resource => resource.resourceType === file.type)
      && (file.count === undefined || file.count === lines.length);
    const without = await fetch(file.url);
    const leaked = await without.text();
    if (!right || without.status !== 401 || leaked.includes('"resourceType":"' + file.type)) {
      check(`a file of ${file.type}`, false, { status: withToken.status, type, lines: lines.length, withoutToken: without.status });
    }
    counts[file.type] = (counts[file.type] ?? 0) + lines.length;
    lines.filter(resource => resource.resourceType === 'Patient').forEach(resource => people.add(resource.id));
  }
  check('each file is NDJSON of its type with the token, and 401 without', Object.keys(counts).length > 0, counts);
  equal('the patients of the region are in them', [...people].sort(), ['berit-handled', 'erik-hoft']);
  check('their diagnoses too', (counts.Condition ?? 0) >= 2, counts.Condition);
  const removed = await client.send('DELETE', address);
  check('the export is removed', [200, 202, 204].includes(removed.status), removed.status);
}
