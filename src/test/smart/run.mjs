// Everything in order; see run.sh.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { serve } from './app.mjs';
import { part, summary } from './checks.mjs';
import { PASSWORD, start } from './server.mjs';
import * as people from './people.mjs';
import * as systems from './systems.mjs';
import * as exporting from './exporting.mjs';
import * as apps from './apps.mjs';
import * as borders from './borders.mjs';
import * as pages from './pages.mjs';
import { keys } from './system.mjs';

const [jar, root] = process.argv.slice(2);
const log = process.env.KEDJA_LOG ?? join(root, 'target/smart-server.log');
const pictures = process.env.SCREENSHOTS ?? join(root, 'target/smart-pages');
mkdirSync(pictures, { recursive: true });

const version = name => JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url))).version;
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
console.log(`# ${new Date().toISOString()}, commit ${execFileSync('git', ['-C', root, 'describe', '--always', '--dirty']).toString().trim()}`);
console.log(`# ${execFileSync(executablePath, ['--version']).toString().trim()}, node ${process.version}, `
  + ['fhirclient', 'jose', 'playwright-core'].map(name => `${name} ${version(name)}`).join(', '));

const app = await serve();
const stranger = await serve();
const loader = await keys();
const portal = await keys();
app.more['/jwks.json'] = loader.set;
const world = { app, stranger, loader, portal, pictures, password: PASSWORD };

const kedja = await start(jar, log, hash => people.registrations(hash, app.origin, loader, portal));
const browser = await chromium.launch({
  executablePath,
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
try {
  Object.assign(world, kedja, { browser });
  app.more['/registrations.json'] = people.apps(portal, PASSWORD);
  await part('A system gets tokens with its keys (SMART Backend Services, jose)', () => systems.run(world));
  await part('A system exports (Bulk Data)', () => exporting.run(world));
  await part('An app stands alone (SMART App Launch, fhirclient in Chromium)', () => apps.standalone(world));
  await part('What the user does not allow', () => apps.refusals(world));
  await part('Confidential apps', () => apps.confidential(world));
  await part('A record system opens an app (EHR launch)', () => apps.fromRecordSystem(world));
  await part('What a browser lets other pages do', () => borders.run(world));
  await part('The pages for people', () => pages.forPeople(world));
  await kedja.stop();
  await part('The pages of FHIR, where no token is needed', async () => {
    const open = await start(jar, log, undefined, '--kedja.demo=true');
    await pages.ofFhir({ ...world, ...open }).finally(open.stop);
  });
} finally {
  await browser.close();
  await kedja.stop();
  app.stop();
  stranger.stop();
}
process.exitCode = summary() ? 0 : 1;
