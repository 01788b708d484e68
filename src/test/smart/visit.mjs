// Someone in front of the browser.

export const ANNA = 'anna';
export const BO = 'bo';

// A browser that nobody has used yet.
export async function fresh(world, options = {}) {
  const context = await world.browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  page.complaints = [];
  page.on('console', message => {
    if (message.type() === 'error') {
      page.complaints.push(message.text());
    }
  });
  return page;
}

// Opens the app, which sends the browser on to Kedja.
export async function open(page, world, app, more = {}) {
  const address = new URLSearchParams({ app, iss: world.fhir, ...more });
  await page.goto(`${world.app.origin}/launch.html?${address}`);
  await page.waitForURL(/\/login|\/oauth2\/|index\.html/);
}

export async function logIn(page, user, password) {
  await page.getByRole('textbox').first().fill(user);
  await page.locator('input[type=password]').fill(password);
  await page.keyboard.press('Enter');
  await page.waitForLoadState();
}

// The app, once it has its token or was told why not.
export async function inApp(page) {
  await page.waitForURL(/index\.html/);
  await page.locator('body[data-state]').waitFor();
  return {
    state: await page.locator('body').getAttribute('data-state'),
    patient: await page.locator('#patient').textContent(),
    problem: await page.locator('#problem').textContent(),
  };
}

export const allow = page => page.locator('form:has(input[name=scope]) button[type=submit]:not([form])').click();
export const deny = page => page.locator('button[form=deny]').click();

export async function allowed(world, app, patient, more = {}, user = ANNA) {
  const page = await fresh(world);
  await open(page, world, app, more);
  await logIn(page, user, world.password);
  await page.waitForURL(/consent/);
  if (patient) {
    await page.locator('#patient').fill(patient);
  }
  await allow(page);
  return { page, seen: await inApp(page) };
}

// What fhirclient answers, or the status of its error.
export const asks = (page, path) => page.evaluate(async address => {
  try {
    return await window.client.request(address);
  } catch (problem) {
    return { status: problem.status ?? problem.statusCode ?? problem.message };
  }
}, path);

export const tokens = page => page.evaluate(() => window.client.getState('tokenResponse'));
