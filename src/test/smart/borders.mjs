import { check, equal } from './checks.mjs';
import { system } from './system.mjs';
import { fresh, logIn, open } from './visit.mjs';

// What a script of the page gets: status, or that the browser keeps the answer from it.
const tries = (page, requests) => page.evaluate(all => Promise.all(all.map(({ address, options }) =>
  fetch(address, options).then(answer => answer.status, () => 'kept from it'))), requests);

export async function run(world) {
  const loader = await system(world.fhir, 'loader', world.loader, 'system/*.rs');
  const requests = [
    { address: world.fhir + '/.well-known/smart-configuration' },
    { address: world.fhir + '/metadata' },
    { address: world.base + '/oauth2/token', options: { method: 'POST', body: new URLSearchParams({ grant_type: 'authorization_code' }) } },
    { address: world.fhir + '/Patient', options: { headers: { Authorization: 'Bearer ' + loader.granted.access_token } } },
    { address: world.fhir + '/Patient' },
  ];
  const own = await fresh(world);
  await own.goto(world.app.origin + '/empty.html');
  const seen = await tries(own, requests);
  check('a registered app may ask: smart-configuration, metadata, token, FHIR with and without token',
    seen[0] === 200 && seen[1] === 200 && [400, 401].includes(seen[2]) && seen[3] === 200 && seen[4] === 401, seen);
  const version = await own.evaluate(async ({ address, token }) =>
    (await fetch(address, { headers: { Authorization: 'Bearer ' + token } })).headers.get('ETag'),
    { address: world.fhir + '/Patient/berit-handled', token: loader.granted.access_token });
  check('it reads the version of a resource from a header', /^W\/"\d+"$/.test(version), version);
  equal('but neither the login nor the consent page', await tries(own, [
    { address: world.base + '/login', options: { credentials: 'include' } },
    { address: world.base + '/oauth2/consent?state=x', options: { credentials: 'include' } }]), ['kept from it', 'kept from it']);
  await own.context().close();

  const other = await fresh(world);
  await other.goto(world.stranger.origin + '/empty.html');
  equal('a page from elsewhere may ask none of it', await tries(other, requests), requests.map(() => 'kept from it'));
  await other.context().close();

  await frames(world);
  await cookie(world);
}

export async function frames(world) {
  const other = await fresh(world);
  await other.goto(world.stranger.origin + '/empty.html');
  const framed = ['/login', '/oauth2/consent', '/fhir/metadata?_format=html', '/fhir/Patient'];
  for (const path of framed) {
    await other.evaluate(address => new Promise(resolve => {
      const frame = document.createElement('iframe');
      frame.onload = resolve;
      frame.src = address;
      document.body.replaceChildren(frame);
    }), world.base + path);
    // Where the frame has got to: the error page of the browser if it is refused, else what it asked for.
    let inside = '';
    for (let i = 0; i < 100 && !inside.includes(':/'); i++) {
      await other.waitForTimeout(100);
      inside = other.frames().find(frame => frame !== other.mainFrame())?.url() ?? '';
    }
    check(`no page may show ${path} in a frame`, inside === 'chrome-error://chromewebdata/', inside);
  }
  await other.context().close();
}

async function cookie(world) {
  const page = await fresh(world);
  await open(page, world, 'public');
  const before = (await page.context().cookies(world.base)).map(cookie => cookie.value);
  await logIn(page, 'anna', world.password);
  await page.waitForURL(/consent/);
  const cookies = await page.context().cookies(world.base);
  check('the cookie of a login is for this site, not for scripts, and a new one at the login',
    cookies.length === 1 && cookies[0].httpOnly && cookies[0].sameSite === 'Lax' && !before.includes(cookies[0].value),
    cookies.map(({ name, httpOnly, sameSite }) => ({ name, httpOnly, sameSite })));
  await page.context().close();
}
