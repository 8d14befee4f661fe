'use strict';
/**
 * A provider of single sign-on, in a process of its own since it comes as ECMAScript modules alone: whoever gives a name is that
 * person, and the address goes with the name. It ends with whoever started it.
 */
const { createServer } = require('node:http');

async function main(redirectUri) {
  const { Provider } = await import('oidc-provider');
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [
      { client_id: 'zhenggai', client_secret: 's'.repeat(32), redirect_uris: [redirectUri] },
    ],
    cookies: { keys: ['k'.repeat(32)] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    pkce: { required: () => true },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, name: id, email: `${id}@example.org`, email_verified: true }),
    }),
  });
  server.on('request', provider.callback());
  process.stdout.write(`${issuer}\n`);
  process.stdin.on('end', () => process.exit(0)).resume();
}

void main(process.argv[2]);
