import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { startEmbedded, type Embedded } from '../../../ledger/embedded';
import { newLedgerFolder } from './new-folder';

let folder: string;
let database: Embedded;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhenggai-exchanges-'));
  await newLedgerFolder(join(folder, 'ledger'));
  database = await startEmbedded(join(folder, 'ledger'));
});

afterAll(async () => {
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('between two messages of one exchange another connection waits: what each has prepared is its own', async () => {
  const slow = await open();
  slow.write(parse('select 7 as mine'));
  const other = asked('select 8 as mine where $1::int = 1', [1]);
  expect(await Promise.race([other, pause(200, 'waits')])).toBe('waits');

  const answer = answered(slow);
  slow.write(Buffer.concat([bind, execute, sync]));
  expect(fields(await answer)).toEqual(['7']);
  expect((await other).rows).toEqual([{ mine: 8 }]);
  slow.destroy();
});

test('an exchange whose connection is closed in its middle holds nobody up and leaves nothing', async () => {
  const torn = await open();
  torn.write(parse('select 7 as mine'));
  await pause(50);
  torn.destroy();
  expect((await asked('select 8 as mine where $1::int = 1', [1])).rows).toEqual([{ mine: 8 }]);
});

test('a statement that fails is told once, and the next one is answered', async () => {
  const client = await connected();
  await expect(client.query('select $1::int / 0', [1])).rejects.toThrow('division by zero');
  expect((await client.query('select $1::int as one', [1])).rows).toEqual([{ one: 1 }]);
  await client.end();
});

test('an answer larger than one piece comes whole', async () => {
  const { rows } = await asked(
    'select repeat($1, 100000) as text, n from generate_series(1, 3) n',
    ['整'],
  );
  expect(rows).toEqual([1, 2, 3].map((n) => ({ text: '整'.repeat(100_000), n })));
});

async function asked(text: string, values: readonly unknown[]) {
  const client = await connected();
  try {
    return await client.query(text, [...values]);
  } finally {
    await client.end();
  }
}

async function connected(): Promise<Client> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  return client;
}

/** A connection that has been let in, for messages one by one. */
async function open(): Promise<Socket> {
  const { hostname, port } = new URL(database.url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  const letIn = answered(socket);
  const body = Buffer.concat([int32(196_608), text('user'), text('postgres'), Buffer.from([0])]);
  socket.write(Buffer.concat([int32(body.length + 4), body]));
  await letIn;
  return socket;
}

/** All bytes until the database is ready for the next exchange. */
async function answered(socket: Socket): Promise<Buffer> {
  let bytes = Buffer.alloc(0);
  for (;;) {
    const [more] = (await once(socket, 'data')) as [Buffer];
    bytes = Buffer.concat([bytes, more]);
    if (bytes.subarray(-6, -1).equals(Buffer.from([0x5a, 0, 0, 0, 5]))) return bytes;
  }
}

/** The first field of each row. */
function fields(answer: Buffer): readonly string[] {
  const found: string[] = [];
  for (let at = 0; at < answer.length; at += 1 + answer.readInt32BE(at + 1)) {
    if (answer[at] !== 'D'.charCodeAt(0)) continue;
    found.push(answer.toString('utf8', at + 11, at + 11 + answer.readInt32BE(at + 7)));
  }
  return found;
}

const parse = (statement: string): Buffer =>
  message('P', text(''), text(statement), Buffer.from([0, 0]));
const bind = message('B', text(''), text(''), Buffer.alloc(6));
const execute = message('E', text(''), int32(0));
const sync = message('S');

function message(type: string, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(type), int32(body.length + 4), body]);
}

function text(value: string): Buffer {
  return Buffer.from(`${value}\0`);
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}
