import { createConfig, lintFromString } from '@redocly/openapi-core';
import { makeToken } from '../../../../web/api/tokens';
import { clientProgram } from './client-program';
import { generatedClient, type Client } from './generated-client';
import { givenApi, now, type ApiWorld } from './given-api';

let world: ApiWorld;
let document: object;
let client: Client;
beforeAll(async () => {
  world = await givenApi(['read', 'act']);
  document = await world.json('/openapi.json');
  client = generatedClient(document, clientProgram);
}, 60_000);

test('a client generated from the document does a whole path, as its types say, and cannot say what the document does not', async () => {
  expect(client.complaints).toEqual([]);
  const token = await makeToken(
    {
      keep: (row) =>
        Promise.resolve(void world.tokens.push({ ...row, revoked_at: null, used_at: null })),
    },
    { account: 'li-na', name: '客户端', scopes: ['read', 'act'], days: 1 },
    now,
  );
  const fetch = ((request: Request) => world.app.request(request)) as typeof globalThis.fetch;
  expect(await client.run(fetch, token)).toEqual({
    ...{ account: 'li-na', seq: 3, may: ['report'], file: '合同.pdf' },
    once: { sequence: 4, duplicate: false },
    again: { sequence: 4, duplicate: true },
    refused: { status: 409, why: '不能审核自己报送的' },
    wrong: ['words', 'text'],
    next: 'string',
  });
});

test('every event that people send is an operation with its own fields, and none that workflows send each other', () => {
  const paths = Object.keys((document as { paths: object }).paths);
  expect(paths).toContain('/rectifications/{rectification}/problems/{seq}/events/requestExtension');
  expect(paths).toContain('/rectifications/{rectification}/events/submitPlan');
  expect(paths.filter((path) => /planApproved|problemChanged/.test(path))).toEqual([]);
});

/** What is no OpenAPI in a document, by the specification's own structure. */
async function faultsIn(source: object): Promise<readonly string[]> {
  const named = [
    ...['struct', 'path-parameters-defined', 'no-unresolved-refs'],
    ...['operation-operationId-unique', 'no-identical-paths'],
  ];
  const rules = Object.fromEntries(named.map((rule) => [rule, 'error' as const]));
  const config = await createConfig({ rules });
  const found = await lintFromString({ source: JSON.stringify(source), config });
  return found.map(({ message }) => message);
}

test('the document is OpenAPI 3.1, and one that is not would be found out', async () => {
  expect(await faultsIn(document)).toEqual([]);
  const broken = { ...document, paths: { '/me/{id}': { get: { responses: {} } } } };
  expect(await faultsIn(broken)).not.toEqual([]);
});
