// Clients, users and patients of the run.
import { readFileSync } from 'node:fs';

const PATIENT = 'launch/patient patient/*.rs';

export const REGION = 'region-dalby';

export function registrations(hash, origin, loader, portal) {
  const redirect = [`${origin}/index.html`];
  const scopes = ['openid', 'fhirUser', 'launch', 'launch/patient', 'offline_access', 'patient/*.rs', 'user/*.rs'];
  return {
    clients: [
      { id: 'fracture-app', name: 'Frakturappen', 'redirect-uris': redirect, scopes },
      { id: 'portal', name: 'Portal with a secret', secret: hash, 'redirect-uris': redirect, scopes },
      { id: 'keyed-portal', name: 'Portal with a key', keys: portal.set, 'redirect-uris': redirect, scopes },
      { id: 'keeper', name: 'Keeper of regions', 'keys-url': `${origin}/jwks.json`, scopes: ['system/Organization.cruds'],
        roles: ['administrator'] },
      { id: 'loader', name: 'Loader of Dalby', keys: loader.set, scopes: ['system/*.cruds'], roles: ['integration'],
        organizations: [REGION] },
      { id: 'journal', name: 'Record system of Dalby', keys: loader.set, scopes: ['kedja/launch'], roles: ['integration'],
        organizations: [REGION] },
    ],
    users: [
      { name: 'anna', password: hash, roles: ['coordinator'], organizations: [REGION], 'fhir-user': 'Practitioner/berit-handled-lakare' },
      { name: 'bo', password: hash, roles: ['coordinator'], organizations: [REGION], 'fhir-user': 'Practitioner/erik-hoft-lakare' },
    ],
  };
}

// What launch.html knows of each registration.
export function apps(portal, secret) {
  return {
    public: { clientId: 'fracture-app', scope: `openid fhirUser ${PATIENT}` },
    ehr: { clientId: 'fracture-app', scope: 'openid fhirUser launch patient/*.rs' },
    secret: { clientId: 'portal', clientSecret: secret, scope: `openid fhirUser offline_access ${PATIENT}` },
    key: { clientId: 'keyed-portal', clientPrivateJwk: portal.ES384.privateJwk, scope: `openid fhirUser ${PATIENT}` },
  };
}

// Two made patients of the demonstration, whose clinics become units of the region.
export function bundles() {
  return ['berit-handled', 'erik-hoft'].map(name => {
    const bundle = JSON.parse(readFileSync(new URL(`../../main/resources/demo/${name}.json`, import.meta.url)));
    for (const { resource } of bundle.entry) {
      if (resource.resourceType === 'Organization') {
        resource.partOf = { reference: `Organization/${REGION}` };
      } else if (resource.resourceType === 'Patient') {
        resource.managingOrganization = { reference: `Organization/${name}-klinik` };
      }
    }
    return bundle;
  });
}
