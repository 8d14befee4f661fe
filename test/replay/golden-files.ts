/** Where golden histories are kept: a folder a story, a file a run, long values apart in `shared.json`. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { temporal } from '@temporalio/proto';
import { historyOf } from './history-line';
import { share, unshare, type Shared } from './shared-values';

const folder = join(__dirname, 'histories');
const sharedFile = join(folder, 'shared.json');
const ending = '.jsonl';

/** One run of one workflow, as it is kept. */
export interface Golden {
  readonly story: string;
  /** The file's name without ending, `problem-1.2` for the second run. */
  readonly name: string;
  /** An event each, values in place. */
  readonly lines: readonly string[];
}

/** Every golden history, in order of story and name. None before `npm run golden`. */
export function readGolden(): readonly Golden[] {
  if (!existsSync(sharedFile)) return [];
  const shared = JSON.parse(readFileSync(sharedFile, 'utf8')) as Shared;
  return folders().flatMap((story) =>
    filesOf(story).map((file) => {
      const text = readFileSync(join(folder, story, file), 'utf8');
      const lines = text.trimEnd().split('\n');
      return {
        story,
        name: file.slice(0, -ending.length),
        lines: lines.map((line) => unshare(line, shared)),
      };
    }),
  );
}

/** Puts these in the place of all that are kept. */
export function writeGolden(all: readonly Golden[]): void {
  rmSync(folder, { recursive: true, force: true });
  const { files, shared } = share(all.map(({ lines }) => lines));
  for (const [index, { story, name }] of all.entries()) {
    mkdirSync(join(folder, story), { recursive: true });
    const text = (files[index] ?? []).map((line) => `${line}\n`).join('');
    writeFileSync(join(folder, story, `${name}${ending}`), text);
  }
  const values = Object.entries(shared).map(
    ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  );
  writeFileSync(sharedFile, `{\n${values.join(',\n')}\n}\n`);
}

/** For `Worker.runReplayHistories`; the id is that of the file, so that a failure names it. */
export function replayable({ story, name, lines }: Golden): {
  readonly workflowId: string;
  readonly history: temporal.api.history.v1.IHistory;
} {
  return { workflowId: `${story}/${name}`, history: historyOf(lines) };
}

function folders(): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

function filesOf(story: string): readonly string[] {
  return readdirSync(join(folder, story)).sort();
}
