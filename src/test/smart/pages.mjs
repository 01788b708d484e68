import { join } from 'node:path';
import { check, equal } from './checks.mjs';
import { allow, deny, fresh, inApp, logIn, open } from './visit.mjs';

const WIDTHS = [1280, 390];
const LANGUAGES = {
  sv: { locale: 'sv-SE', login: 'Logga in i Kedja', wrong: 'Försök igen', consent: 'ber om åtkomst', out: 'utloggad' },
  da: { locale: 'da-DK', login: 'Log ind i Kedja', wrong: 'Prøv igen', consent: 'beder om adgang', out: 'logget ud' },
  en: { locale: 'en-GB', login: 'Log in to Kedja', wrong: 'Try again', consent: 'asks for access', out: 'logged out' },
};

// What makes a page hard to use; empty if nothing is found.
const troubles = page => page.evaluate(() => {
  const found = [];
  const look = (holds, what) => { if (!holds) { found.push(what); } };
  const visible = [...document.querySelectorAll('body *')].filter(element => element.checkVisibility());
  look(document.title.trim() !== '', 'no title');
  look(document.documentElement.lang !== '', 'no language');
  look(document.querySelectorAll('h1').length === 1, 'not one h1');
  look(document.querySelector('main') !== null, 'no main');
  look(document.querySelector('meta[name=viewport]') !== null, 'no viewport');
  look(document.documentElement.scrollWidth <= innerWidth, `wider than the window: ${document.documentElement.scrollWidth}`);
  look(document.querySelectorAll('[id]').length === new Set([...document.querySelectorAll('[id]')].map(e => e.id)).size, 'an id twice');
  for (const field of visible.filter(element => element.matches('input'))) {
    look(field.labels.length === 1 && field.labels[0].textContent.trim() !== '', `no label: ${field.name}`);
  }
  for (const target of visible.filter(element => element.matches('button, input[type=text], input[type=password]'))) {
    look(target.getBoundingClientRect().height >= 44, `small to hit: ${target.textContent || target.name}`);
  }
  const parts = colour => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const light = ([red, green, blue]) => {
    const [r, g, b] = [red, green, blue].map(value => value / 255).map(v => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = element => {
    for (let at = element; at; at = at.parentElement) {
      const colour = parts(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] > 0) { return colour; }
    }
    return [255, 255, 255];
  };
  for (const element of visible.filter(e => [...e.childNodes].some(node => node.nodeType === 3 && node.data.trim() !== ''))) {
    const [darker, lighter] = [light(parts(getComputedStyle(element).color)), light(behind(element))].sort((a, b) => a - b);
    const ratio = (lighter + 0.05) / (darker + 0.05);
    look(ratio >= 4.5, `contrast ${ratio.toFixed(2)}: ${element.textContent.trim().slice(0, 30)}`);
  }
  return found;
});

async function look(page, world, name, words, lang) {
  const text = await page.locator('body').textContent();
  const found = await troubles(page);
  const own = await page.locator('html').getAttribute('lang');
  await page.screenshot({ path: join(world.pictures, name + '.png'), fullPage: true });
  check(`${name}: in its language, labelled, legible, within the window`,
    found.length === 0 && own === lang && text.includes(words), found.length ? found : `${own}: ${await page.title()}`);
}

export async function forPeople(world) {
  for (const [lang, words] of Object.entries(LANGUAGES)) {
    for (const width of WIDTHS) {
      const page = await fresh(world, { locale: words.locale, viewport: { width, height: 800 } });
      const shot = (name, text) => look(page, world, `${name}-${lang}-${width}`, text, lang);
      await open(page, world, 'secret', { scope:
        'openid fhirUser offline_access launch/patient patient/Patient.rs patient/Condition.rs patient/Observation.rs user/Practitioner.r' });
      await shot('login', words.login);
      equal(`the cursor waits in the first field (${lang}, ${width})`, await page.evaluate(() => document.activeElement.id), 'username');
      const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
      check(`what has the focus is marked (${lang}, ${width})`, outline !== 'none', outline);
      await logIn(page, 'anna', 'wrong');
      await page.locator('[role=alert]').waitFor();
      await shot('login-wrong', words.wrong);
      await logIn(page, 'anna', world.password);
      await page.waitForURL(/consent/);
      await shot('consent', words.consent);
      await page.locator('#patient').evaluate(field => { field.form.noValidate = true; });
      await allow(page);
      await page.locator('[role=alert]').waitFor();
      await shot('no-patient', '');
      await page.goto(world.base + '/oauth2/authorize?client_id=nobody&response_type=code');
      await shot('error', '');
      await page.goto(world.base + '/login');
      await shot('inside', 'anna');
      await page.getByRole('button').click();
      await page.waitForURL(/login\?out/);
      await shot('out', words.out);
      await page.context().clearCookies();
      await logIn(page, 'anna', world.password);
      await page.waitForURL(/login\?late/);
      await shot('late', words.login);
      const blocked = page.complaints.filter(text => /Content Security Policy|Refused to/.test(text));
      check(`nothing of the pages is blocked (${lang}, ${width})`, blocked.length === 0, blocked.length ? blocked : 'no complaint');
      await page.context().close();
    }
  }

  const keyboard = await fresh(world);
  await open(keyboard, world, 'public', { scope: 'launch/patient patient/Patient.rs' });
  await keyboard.keyboard.type('anna');
  await keyboard.keyboard.press('Tab');
  await keyboard.keyboard.type(world.password);
  await keyboard.keyboard.press('Tab');
  await keyboard.keyboard.press('Enter');
  await keyboard.waitForURL(/consent/);
  for (let i = 0; i < 4; i++) {
    await keyboard.keyboard.press('Tab');
  }
  equal('with the keyboard alone one comes to the patient', await keyboard.evaluate(() => document.activeElement.id), 'patient');
  await keyboard.keyboard.type('berit-handled');
  await keyboard.keyboard.press('Enter');
  equal('and through to the app', (await inApp(keyboard)).state, 'ready');
  await keyboard.context().close();
}

export async function ofFhir(world) {
  for (const width of WIDTHS) {
    const page = await fresh(world, { viewport: { width, height: 800 } });
    const nothing = await page.goto(world.base + '/');
    check(`the root says where FHIR is (${width})`, nothing.status() === 404 && (await nothing.text()).includes('/fhir'), await nothing.text());
    for (const [name, path] of [['patients', '/fhir/Patient'], ['patient', '/fhir/Patient/berit-handled'],
      ['metadata', '/fhir/metadata'], ['chain', '/fhir/Patient/berit-handled/$fracture-chain'], ['unknown', '/fhir/Patient/nobody']]) {
      page.complaints.length = 0;
      const answer = await page.goto(world.base + path);
      const title = await page.title();
      await page.screenshot({ path: join(world.pictures, `fhir-${name}-${width}.png`) });
      const blocked = page.complaints.filter(text => /Content Security Policy|Refused to/.test(text));
      check(`${path} in a browser (${width})`, answer.headers()['content-type'].startsWith('text/html') && title !== '' && blocked.length === 0,
        blocked.length ? blocked : `${answer.status()} ${answer.headers()['content-type']} "${title}"`);
    }
    await page.context().close();
  }
}
