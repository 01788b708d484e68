import { check, equal } from './checks.mjs';
import { system } from './system.mjs';
import { allow, allowed, ANNA, asks, BO, deny, fresh, inApp, logIn, open, tokens } from './visit.mjs';

const ids = bundle => (bundle.entry ?? []).map(entry => `${entry.resource.resourceType}/${entry.resource.id}`).sort();

export async function standalone(world) {
  const page = await fresh(world);
  await open(page, world, 'public');
  check('the app sends the browser to the login', page.url() === world.base + '/login', page.url());
  await logIn(page, ANNA, world.password);
  await page.waitForURL(/consent/);
  const boxes = await page.locator('input[name=scope]').evaluateAll(all => all.map(box => box.value));
  equal('the consent page lists what was asked for', boxes.sort(), ['fhirUser', 'launch/patient', 'openid', 'patient/*.rs']);
  await page.locator('#patient').fill('berit-handled');
  await allow(page);
  const app = await inApp(page);
  equal('the app is opened and reads its patient', [app.state, app.patient, app.problem], ['ready', 'Berit Handled, 1958-09-21', '']);

  const granted = await tokens(page);
  equal('the token response names the patient', granted.patient, 'berit-handled');
  check('and what was granted, without a refresh token for a public client',
    granted.scope.split(' ').sort().join(' ') === 'fhirUser launch/patient openid patient/*.rs' && !granted.refresh_token,
    { scope: granted.scope, expires_in: granted.expires_in });
  equal('the app knows the user by the ID token', await page.evaluate(() => window.client.user.fhirUser),
    'Practitioner/berit-handled-lakare');

  equal('it searches diagnoses', ids(await asks(page, 'Condition?patient=berit-handled')), ['Condition/berit-handled-fraktur']);
  equal('fhirclient does so for its patient', ids(await page.evaluate(() => window.client.patient.request('Condition'))),
    ['Condition/berit-handled-fraktur']);
  const chain = await asks(page, 'Patient/berit-handled/$fracture-chain?asOf=2026-06-01');
  check('it asks for the fracture chain', chain.resourceType === 'Parameters' && chain.parameter?.length > 3,
    `${chain.resourceType}: ${(chain.parameter ?? []).map(part => part.name).join(', ')}`);
  equal('another patient is not there', await asks(page, 'Patient/erik-hoft'), { status: 404 });
  equal('nor are their diagnoses', ids(await asks(page, 'Condition?patient=erik-hoft')), []);
  check('nor their chain', [403, 404].includes((await asks(page, 'Patient/erik-hoft/$fracture-chain')).status),
    await asks(page, 'Patient/erik-hoft/$fracture-chain'));
  equal('all patients are this one', ids(await asks(page, 'Patient')), ['Patient/berit-handled']);
  equal('writing is refused', await page.evaluate(() => window.client
    .create({ resourceType: 'Condition', subject: { reference: 'Patient/berit-handled' } })
    .then(() => 'stored', problem => problem.status ?? problem.statusCode)), 403);
  check('the browser had nothing to complain of but what was refused',
    page.complaints.every(text => /40[34]/.test(text) || /favicon/.test(text)), page.complaints.length);
  await page.context().close();
}

export async function refusals(world) {
  const wrong = await fresh(world);
  await open(wrong, world, 'public');
  await logIn(wrong, ANNA, 'not the password');
  check('a wrong password is said, and not which of the two it was',
    (await wrong.locator('[role=alert]').textContent()).includes('User name or password'), await wrong.locator('[role=alert]').textContent());
  await logIn(wrong, ANNA, world.password);
  await wrong.waitForURL(/consent/);
  check('the right one after it leads on to the consent', true, new URL(wrong.url()).pathname);

  await wrong.locator('#patient').evaluate(field => { field.form.noValidate = true; });
  await wrong.locator('#patient').fill('no id/at all');
  await allow(wrong);
  await wrong.locator('[role=alert]').waitFor();
  await wrong.getByRole('link').click();
  await wrong.waitForURL(/consent/);
  check('who names no patient can go back and do so', await wrong.locator('#patient').isVisible(), new URL(wrong.url()).pathname);
  await deny(wrong);
  const denied = await inApp(wrong);
  check('the app is told of a denial', denied.state === 'refused' && denied.problem.includes('access_denied'), denied.problem);
  await wrong.context().close();

  const less = await fresh(world);
  await open(less, world, 'public', { scope: 'launch/patient patient/Patient.rs patient/Condition.rs' });
  await logIn(less, ANNA, world.password);
  await less.waitForURL(/consent/);
  await less.locator('input[value="patient/Condition.rs"]').uncheck();
  await less.locator('#patient').fill('berit-handled');
  await allow(less);
  const app = await inApp(less);
  equal('with less allowed the app still reads the patient', [app.state, app.patient], ['ready', 'Berit Handled, 1958-09-21']);
  equal('the token says what was allowed', (await tokens(less)).scope.split(' ').sort(), ['launch/patient', 'patient/Patient.rs']);
  equal('and diagnoses are refused', await asks(less, 'Condition?patient=berit-handled'), { status: 403 });
  await less.context().close();

  const none = await fresh(world);
  await open(none, world, 'public', { scope: 'system/*.rs' });
  const told = await inApp(none);
  check('an app that is registered for nothing of what it asks is told so', told.problem.includes('invalid_scope'), told.problem);
  await none.context().close();

  const elsewhere = await fresh(world);
  await elsewhere.goto(`${world.base}/oauth2/authorize?` + new URLSearchParams({
    response_type: 'code', client_id: 'fracture-app', redirect_uri: `${world.stranger.origin}/index.html`,
    scope: 'openid', state: 'x', code_challenge: 'x'.repeat(43), code_challenge_method: 'S256' }));
  check('nobody is sent to an address that is not registered, and a page says so',
    elsewhere.url().startsWith(world.base) && await elsewhere.locator('h1').isVisible(), await elsewhere.locator('h1').textContent());
  await elsewhere.context().close();
}

export async function confidential(world) {
  const { page, seen } = await allowed(world, 'secret', 'berit-handled');
  equal('an app with a secret reads its patient', [seen.state, seen.patient], ['ready', 'Berit Handled, 1958-09-21']);
  const first = await tokens(page);
  check('it has a refresh token', Boolean(first.refresh_token), first.scope);
  await page.evaluate(() => window.client.refresh());
  const second = await tokens(page);
  check('fhirclient gets a new access token with it',
    second.access_token !== first.access_token && second.refresh_token !== first.refresh_token && second.patient === 'berit-handled',
    { patient: second.patient, scope: second.scope });
  equal('which works', (await asks(page, 'Patient/berit-handled')).id, 'berit-handled');
  const used = await page.evaluate(async ({ address, token, secret }) => {
    const answer = await fetch(address, { method: 'POST',
      headers: { Authorization: 'Basic ' + btoa('portal:' + encodeURIComponent(secret)) },
      body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: token }) });
    return [answer.status, (await answer.json()).error];
  }, { address: world.base + '/oauth2/token', token: first.refresh_token, secret: world.password });
  equal('a refresh token serves once', used, [400, 'invalid_grant']);
  await page.context().close();

  const keyed = await allowed(world, 'key', 'berit-handled');
  equal('an app with a key (ES384) reads its patient', [keyed.seen.state, keyed.seen.patient, keyed.seen.problem],
    ['ready', 'Berit Handled, 1958-09-21', '']);
  await keyed.page.context().close();
}

export async function fromRecordSystem(world) {
  const journal = await system(world.fhir, 'journal', world.loader, 'kedja/launch');
  const context = async body => journal.send('POST', world.base + '/oauth2/launch', body);
  const anna = 'Practitioner/berit-handled-lakare';
  const made = await context({ patient: 'berit-handled', encounter: 'berit-handled-besok', user: anna, client_id: 'fracture-app' });
  check('a record system says which patient is open', made.status === 201 && made.json.launch.length >= 40 && made.json.expires_in <= 300,
    { status: made.status, expires_in: made.json?.expires_in });
  const { launch } = made.json;

  const other = await fresh(world);
  await open(other, world, 'ehr', { launch });
  await logIn(other, BO, world.password);
  const refused = await inApp(other);
  check('somebody else cannot use it', refused.problem.includes('access_denied'), refused.problem);
  await other.context().close();

  const page = await fresh(world);
  await open(page, world, 'ehr', { launch });
  await logIn(page, ANNA, world.password);
  await page.waitForURL(/consent/);
  check('the user is asked for no patient, and told which', await page.locator('#patient').count() === 0
    && (await page.locator('main').textContent()).includes('berit-handled'), await page.locator('form p').allTextContents());
  await allow(page);
  const app = await inApp(page);
  equal('the app is opened with the patient', [app.state, app.patient, app.problem], ['ready', 'Berit Handled, 1958-09-21', '']);
  equal('and knows patient and encounter', await page.evaluate(() => [window.client.patient.id, window.client.encounter.id]),
    ['berit-handled', 'berit-handled-besok']);
  equal('it searches diagnoses of that patient', ids(await asks(page, 'Condition?patient=berit-handled')), ['Condition/berit-handled-fraktur']);
  equal('and sees no other', await asks(page, 'Patient/erik-hoft'), { status: 404 });
  await page.context().close();

  for (const [name, value] of [['a used launch', launch], ['an invented launch', 'invented']]) {
    const again = await fresh(world);
    await open(again, world, 'ehr', { launch: value });
    const told = await inApp(again);
    check(`${name} opens nothing`, told.state === 'refused' && told.problem.includes('invalid_request'), told.problem);
    await again.context().close();
  }
  const loader = await system(world.fhir, 'loader', world.loader, 'system/*.rs');
  equal('a system without the scope opens nothing',
    (await loader.send('POST', world.base + '/oauth2/launch', { patient: 'berit-handled' })).status, 403);
  equal('nor does anyone without a token', (await fetch(world.base + '/oauth2/launch', { method: 'POST', body: '{}' })).status, 401);
  equal('a patient that can be none is refused', (await context({ patient: 'no id/at all' })).status, 400);
}
