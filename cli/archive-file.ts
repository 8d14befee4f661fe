/** The file that an archive is written to, and telling how far the writing and reading has come. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { realTime } from '../domain/plan-clock';
import type { TellStep } from '../ledger';
import { localTime } from '../machines/local-time';
import { CliFailure, exitCodes, type CliContext } from './command';
import { keepingWords } from './messages/keeping';
import { sometimes } from './sometimes';

const { archive: words } = keepingWords;

interface Wanted {
  readonly output?: string;
  readonly force?: true;
}

/** `<title>-2026-11-23-0900.tar.gz` in the current folder, or what was asked for. @throws CliFailure where there is one already */
export function freeFile(title: string, { output, force }: Wanted, context: CliContext): string {
  const minute = localTime(realTime, context.now()).replace(' ', '-').replace(':', '');
  const file = resolve(context.cwd, output ?? `${title}-${minute}.tar.gz`);
  if (force === undefined && existsSync(file))
    throw new CliFailure(words.exists(file), exitCodes.usage, { code: 'exists', file });
  return file;
}

export function tellStepsOf(context: Pick<CliContext, 'err'>): TellStep {
  const tell = sometimes(context);
  return (step, count) => tell(() => words.steps[step](count));
}
