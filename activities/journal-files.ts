/** The journals that a folder has, and whose they are: a file's name is the workflow's id where any system takes it. */
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { journalFile, linesIn } from './journal';

export interface JournalFiles {
  /** Whose journals they are, in order. */
  readonly workflows: readonly string[];
  /** Files whose workflow nobody can tell. */
  readonly nameless: readonly string[];
}

/**
 * Nothing where there is no folder.
 *
 * @param known ids by which files with a replaced name are recognised
 */
export async function journalFiles(
  folder: string,
  known: readonly string[],
): Promise<JournalFiles> {
  const byFile = new Map(known.map((workflow) => [journalFile(folder, workflow), workflow]));
  const workflows: string[] = [];
  const nameless: string[] = [];
  for (const file of await filesIn(folder)) {
    const workflow = byFile.get(file) ?? namedBy(folder, file) ?? (await toldBy(folder, file));
    if (workflow === null) nameless.push(file);
    else workflows.push(workflow);
  }
  return { workflows: workflows.sort(), nameless };
}

async function filesIn(folder: string): Promise<readonly string[]> {
  try {
    const names = await readdir(folder, { recursive: true });
    return names.filter((name) => name.endsWith('.jsonl')).map((name) => join(folder, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** The id that the name spells; null where something in it was replaced. */
function namedBy(folder: string, file: string): string | null {
  const path = relative(folder, file).slice(0, -'.jsonl'.length);
  const workflow = path.split(sep).join('/');
  return journalFile(folder, workflow) === file ? workflow : null;
}

/** An outcome's cause is its effect's id, which begins with the workflow's: `<workflow>/<step>/<number>`. */
async function toldBy(folder: string, file: string): Promise<string | null> {
  const lines = await linesIn(file).catch(() => []);
  const told = lines
    .filter(({ kind }) => kind === 'outcome')
    .map(({ cause }) => String(cause).split('/').slice(0, -2).join('/'));
  return told.find((workflow) => journalFile(folder, workflow) === file) ?? null;
}
