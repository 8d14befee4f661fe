/**
 * The embedded database's program, held: compiled code belongs to a process as long as anybody in it holds the program, so that
 * each database after the first starts in half the computing, with what the ones before it made faster.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** The part of it that is used here: Node has it, its types have not. */
const { WebAssembly } = globalThis as unknown as {
  readonly WebAssembly: { readonly compile: (bytes: Uint8Array) => Promise<object> };
};
const held = Symbol.for('zhenggai.test.database-program');

/** Stays held after the test file, for those after it in the same process. */
export async function holdDatabaseProgram(): Promise<void> {
  const globals = globalThis as { [held]?: Promise<object> };
  globals[held] ??= WebAssembly.compile(readFileSync(programFile()));
  await globals[held];
}

function programFile(): string {
  const entry = createRequire(__filename).resolve('@electric-sql/pglite');
  return join(entry, '..', 'pglite.wasm');
}
