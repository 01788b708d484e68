import { check, equal } from './checks.mjs';
import { bundles, REGION } from './people.mjs';
import { ask, assertion, system } from './system.mjs';

export async function run({ fhir, base, loader }) {
  const smart = await (await fetch(fhir + '/.well-known/smart-configuration')).json();
  check('smart-configuration names the algorithms of Backend Services',
    ['RS384', 'ES384'].every(name => smart.token_endpoint_auth_signing_alg_values_supported.includes(name))
      && smart.token_endpoint_auth_methods_supported.includes('private_key_jwt')
      && smart.grant_types_supported.includes('client_credentials'),
    smart.token_endpoint_auth_signing_alg_values_supported);

  const keeper = await system(fhir, 'keeper', loader, 'system/Organization.cruds', 'RS384');
  equal('a client whose keys are at an address gets a token', keeper.granted.token_type, 'Bearer');
  const region = await keeper.send('PUT', `Organization/${REGION}`,
    { resourceType: 'Organization', id: REGION, name: 'Region Dalby' });
  equal('an administrator stores a region', region.status, 201);

  for (const algorithm of ['RS384', 'ES384']) {
    const some = await system(fhir, 'loader', loader, 'system/Patient.rs system/Condition.rs', algorithm);
    check(`a token for an assertion signed with ${algorithm}`,
      some.granted.status === 200 && some.granted.scope === 'system/Condition.rs system/Patient.rs'
        && some.granted.expires_in <= 300 && !('refresh_token' in some.granted),
      { scope: some.granted.scope, expires_in: some.granted.expires_in });
    const found = await some.send('GET', 'Patient');
    check(`a search with the token of ${algorithm}`, found.status === 200 && found.json.type === 'searchset',
      `${found.status}, ${found.json?.entry?.length ?? 0} patients`);
    const again = await ask(smart.token_endpoint, some.signed, 'system/Patient.rs');
    equal(`the same assertion of ${algorithm} a second time`, [again.status, again.error, again.access_token],
      [401, 'invalid_client', undefined]);
    const wrong = await ask(smart.token_endpoint,
      await assertion('loader', loader[algorithm], algorithm, base + '/elsewhere'), 'system/Patient.rs');
    equal(`an assertion of ${algorithm} for another address`, [wrong.status, wrong.error], [401, 'invalid_client']);
    const write = await some.send('POST', 'Patient', { resourceType: 'Patient' });
    equal(`writing with scopes to read only (${algorithm})`, write.status, 403);
  }

  const all = await system(fhir, 'loader', loader, 'system/*.cruds');
  for (const bundle of bundles()) {
    const stored = await all.send('POST', '', bundle);
    check(`the records of ${bundle.entry[0].resource.id} are stored`, stored.status === 200,
      stored.status === 200 ? `${stored.json.entry.length} resources` : stored.text);
  }
  const patients = await all.send('GET', 'Patient?_elements=id');
  equal('the system finds them', patients.json.entry.map(entry => entry.resource.id).sort(), ['berit-handled', 'erik-hoft']);
  equal('without a token nobody does', (await fetch(fhir + '/Patient')).status, 401);
}
