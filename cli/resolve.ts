/** Targets as typed made into workflow ids; a bare sequence number belongs to the one rectification that is open. */
import type { Zhenggai } from '../client';
import { shortId } from '../domain/ids';
import { CliFailure, exitCodes } from './command';
import { zh } from './messages/zh';
import { parseProblems, parseRectification, workflowOf, type ProblemTarget } from './targets';

/** Checks what was typed before any server is asked. */
export function problemsTyped(words: readonly string[]): readonly ProblemTarget[] {
  const parsed = parseProblems(words);
  if (parsed.kind === 'problems') return parsed.problems;
  throw usage(zh.usage[parsed.fault](parsed.given));
}

export function rectificationTyped(word: string): string {
  const id = parseRectification(word);
  if (id === null) throw usage(zh.usage.badRectification(word));
  return id;
}

export async function workflowsOf(
  zhenggai: Zhenggai,
  targets: readonly ProblemTarget[],
): Promise<readonly string[]> {
  const isOpen = targets.some(({ rectification }) => rectification === null);
  const only = isOpen ? await onlyOpen(zhenggai) : '';
  return targets.map((target) => workflowOf(target, target.rectification ?? only));
}

/** The id of the one rectification that is open. Throws when there is none, or several. */
export async function onlyOpen(zhenggai: Zhenggai): Promise<string> {
  const open = await zhenggai.rectifications({ open: true });
  const [first, ...others] = open.map(({ workflow }) => workflow);
  if (first === undefined) throw usage(zh.usage.noOpenRectification);
  if (others.length > 0)
    throw usage(zh.usage.severalRectifications([first, ...others].map(shortId).join('、')));
  return first;
}

/** `rectification/<id>` of any of our workflow ids. */
export function rectificationIn(workflow: string): string {
  return `rectification/${workflow.split('/')[1] ?? ''}`;
}

function usage(message: string): CliFailure {
  return new CliFailure(message, exitCodes.usage, { code: 'usage' });
}
