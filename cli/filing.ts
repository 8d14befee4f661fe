/** Files that people name with an event: put into the evidence store, so that the event can say their hashes. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Sent } from '../client';
import type { Fields } from '../engine/core';
import type { EvidenceFile, EvidenceStore } from '../ledger';
import { EvidenceStoreFailed } from '../ledger/evidence/errors';
import { CliFailure, exitCodes, type CliContext } from './command';
import { fileFieldsOf, tooManyFiles } from './event-options';
import { openEvidenceToFile } from './evidence-store';
import { evidenceWords as words } from './messages/evidence';
import { zh } from './messages/zh';

type Filed = Readonly<Record<string, readonly Omit<EvidenceFile, 'type'>[]>>;
type Typed = Readonly<Record<string, unknown>>;

/**
 * Puts the files that were typed into the store, then calls `send` with the event's file fields; where nothing came of it, says
 * that the files are kept.
 *
 * @throws CliFailure for a file that is not there; EvidenceRefused, EvidenceStoreFailed: nothing is sent then
 */
export async function withFiled(
  fields: Fields,
  typed: Typed,
  context: CliContext,
  send: (filed: Filed) => Promise<readonly Sent[]>,
): Promise<readonly Sent[]> {
  const named = namedFor(fields, typed);
  if (named.length === 0) return send({});
  const store = openEvidenceToFile(context);
  let kept = 0;
  let used = false;
  try {
    const filed: Record<string, Omit<EvidenceFile, 'type'>[]> = {};
    for (const { field, path } of named) {
      (filed[field] ??= []).push(await put(store, path, context));
      kept += 1;
    }
    const sent = await send(filed);
    used = sent.some(({ outcome }) => outcome === 'accepted' || outcome === 'unknown');
    return sent;
  } finally {
    if (kept > 0 && !used) context.err(`${words.unused(kept, store.place)}\n`);
  }
}

interface Named {
  readonly field: string;
  readonly path: string;
}

function namedFor(fields: Fields, typed: Typed): readonly Named[] {
  return fileFieldsOf(fields).flatMap(({ name: field, max }) => {
    const paths = (typed[field] ?? []) as readonly string[];
    if (paths.length > max) throw tooManyFiles(fields, field);
    return paths.map((path) => ({ field, path }));
  });
}

async function put(store: EvidenceStore, path: string, { cwd, err }: CliContext) {
  const file = resolve(cwd, path);
  try {
    const { size: bytes } = await stat(file);
    const tell = progress(basename(file), bytes, err);
    const { sha256, name, size } = await store.put(bytesOf(file), basename(file), tell);
    return { sha256, name, size };
  } catch (error) {
    throw notReadable(path, error);
  }
}

/** Opened when the first of it is asked for. */
async function* bytesOf(file: string): AsyncIterable<Uint8Array> {
  yield* createReadStream(file) as AsyncIterable<Buffer>;
}

/** Says every second how far it has come. */
function progress(name: string, of: number, err: CliContext['err']): (bytes: number) => void {
  let saidAt = Date.now();
  return (bytes) => {
    if (Date.now() - saidAt < 1000) return;
    saidAt = Date.now();
    err(`${words.filing(name, megabytes(bytes), megabytes(of))}\n`);
  };
}

const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024);

/** What the file itself, and not the store, threw. */
function notReadable(file: string, error: unknown): unknown {
  if (error instanceof EvidenceStoreFailed) return error;
  const { code } = error as NodeJS.ErrnoException;
  const facts = { code: 'noFile', file };
  switch (code) {
    case 'ENOENT':
      return new CliFailure(zh.errors.noFile(file), exitCodes.usage, facts);
    case 'EISDIR':
    case 'EACCES':
      return new CliFailure(zh.errors.noAccess(file), exitCodes.usage, facts);
    default:
      return error;
  }
}
