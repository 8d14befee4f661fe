/** A client as an engineer elsewhere makes one: types generated from the document, a program checked against them, then run. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '..', '..', '..', '..');
const folder = join(root, '.cache', 'api-client');

/** As a program of its own: its parts come as ECMAScript modules alone, which jest does not take. */
const generator = join(root, 'node_modules', 'openapi-typescript', 'bin', 'cli.js');

const options: ts.CompilerOptions = {
  ...{ strict: true, noEmit: true, skipLibCheck: true, types: [] },
  ...{ target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.Node20 },
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
};

/** Runs what the program exports as `run`. */
export type Run = (fetch: typeof globalThis.fetch, token: string) => Promise<unknown>;

export interface Client {
  /** What the compiler has to say of the program. */
  readonly complaints: readonly string[];
  readonly run: Run;
}

/**
 * @param document OpenAPI 3.1
 * @param program TypeScript that imports `paths` from './schema'
 * @throws where the document is not as OpenAPI 3.1 says
 */
export function generatedClient(document: object, program: string): Client {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "commonjs" }');
  writeFileSync(join(folder, 'openapi.json'), JSON.stringify(document));
  execFileSync(process.execPath, [generator, 'openapi.json', '--output', 'schema.ts'], {
    ...{ cwd: folder, stdio: 'pipe' },
  });
  const file = join(folder, 'program.ts');
  writeFileSync(file, program);
  return { complaints: complaintsOf(file), run: exported(program) };
}

function complaintsOf(file: string): readonly string[] {
  return ts
    .getPreEmitDiagnostics(ts.createProgram([file], options))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

function exported(program: string): Run {
  const { outputText } = ts.transpileModule(program, {
    compilerOptions: { ...options, noEmit: false, module: ts.ModuleKind.CommonJS },
  });
  const own: { run?: Run } = {};
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
  new Function('require', 'exports', outputText)(require, own);
  if (own.run === undefined) throw new Error('the program exports no run');
  return own.run;
}
