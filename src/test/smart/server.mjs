// A Kedja of our own: guarded, with clients, users and database made for the run.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const PASSWORD = 'correct horse battery staple';

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

// As the server itself hashes passwords.
function hash(jar, password) {
  return new Promise((resolve, reject) => {
    const java = spawn('java', ['-jar', jar, 'hash-password'], { stdio: ['pipe', 'pipe', 'inherit'] });
    let text = '';
    java.stdout.on('data', part => (text += part));
    java.on('error', reject);
    java.on('close', () => {
      const found = text.match(/\$2[aby]\$\d\d\$[./A-Za-z0-9]{53}/);
      found ? resolve(found[0]) : reject(new Error('hash-password printed no hash: ' + text));
    });
    java.stdin.end(password + '\n');
  });
}

// YAML reads JSON.
export async function start(jar, log, describe, ...settings) {
  const directory = mkdtempSync(join(tmpdir(), 'kedja-smart-'));
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const parameters = [`--server.port=${port}`, `--kedja.database.directory=${join(directory, 'data')}`, ...settings];
  if (describe) {
    const file = join(directory, 'clients.yaml');
    writeFileSync(file, JSON.stringify(describe(await hash(jar, PASSWORD)), null, 1));
    parameters.push(
      `--kedja.base-url=${base}`,
      '--kedja.access.authorization-server.enabled=true',
      // One region, so that the demonstration's patients keep their ids.
      '--kedja.access.client-ids=any',
      `--kedja.access.authorization-server.file=${file}`
    );
  }
  const java = spawn('java', ['-jar', jar, ...parameters], { stdio: ['ignore', openSync(log, 'a'), openSync(log, 'a')] });
  let ended = false;
  java.on('close', () => (ended = true));
  let stopped;
  const stop = () => (stopped ??= (async () => {
    java.kill('SIGTERM');
    for (let i = 0; i < 300 && !ended; i++) {
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    if (!ended) {
      java.kill('SIGKILL');
    }
    rmSync(directory, { recursive: true, force: true });
  })());
  for (let i = 0; i < 2400; i++) {
    if (ended) {
      await stop();
      throw new Error('The server did not start; its log is ' + log);
    }
    const ready = await fetch(base + '/actuator/health/readiness').then(answer => answer.ok, () => false);
    if (ready) {
      return { base, fhir: base + '/fhir', stop };
    }
    await new Promise(resolve => setTimeout(resolve, 250));
  }
  await stop();
  throw new Error('The server was not ready within 10 min; its log is ' + log);
}
