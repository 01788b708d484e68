// A system with keys (SMART Backend Services), made with jose.
import { randomUUID } from 'node:crypto';
import * as jose from 'jose';

export async function keys() {
  const all = {};
  for (const algorithm of ['RS384', 'ES384']) {
    const { privateKey, publicKey } = await jose.generateKeyPair(algorithm, { extractable: true });
    const kid = `${algorithm}-${randomUUID()}`;
    const mark = { kid, alg: algorithm, use: 'sig' };
    all[algorithm] = {
      kid,
      privateKey,
      privateJwk: { ...(await jose.exportJWK(privateKey)), kid, alg: algorithm, key_ops: ['sign'] },
      publicJwk: { ...(await jose.exportJWK(publicKey)), ...mark },
    };
  }
  return { ...all, set: { keys: Object.values(all).map(pair => pair.publicJwk) } };
}

export function assertion(client, key, algorithm, tokenAddress) {
  return new jose.SignJWT({})
    .setProtectedHeader({ alg: algorithm, kid: key.kid, typ: 'JWT' })
    .setIssuer(client)
    .setSubject(client)
    .setAudience(tokenAddress)
    .setJti(randomUUID())
    .setExpirationTime('4m')
    .sign(key.privateKey);
}

export async function ask(tokenAddress, signed, scope) {
  const answer = await fetch(tokenAddress, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      scope,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: signed,
    }),
  });
  return { status: answer.status, ...(await answer.json()) };
}

// A token, and FHIR with it. The token address is the one that the FHIR server names.
export async function system(fhir, client, pairs, scope, algorithm = 'ES384') {
  const smart = await (await fetch(fhir + '/.well-known/smart-configuration')).json();
  const signed = await assertion(client, pairs[algorithm], algorithm, smart.token_endpoint);
  const granted = await ask(smart.token_endpoint, signed, scope);
  const send = async (method, path, body, headers = {}) => {
    const answer = await fetch(path.startsWith('http') ? path : `${fhir}/${path}`, {
      method,
      headers: {
        Accept: 'application/fhir+json',
        Authorization: `Bearer ${granted.access_token}`,
        ...(body ? { 'Content-Type': 'application/fhir+json' } : {}),
        ...headers,
      },
      body: body && JSON.stringify(body),
    });
    const text = await answer.text();
    let json;
    try { json = JSON.parse(text); } catch { json = undefined; }
    return { status: answer.status, headers: answer.headers, text, json };
  };
  return { granted, signed, smart, send };
}
