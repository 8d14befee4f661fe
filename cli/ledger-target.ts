/** What people write for a workflow whose record they want: asks the ledger only, so that no server need run. */
import type { Ledger } from '../ledger';
import { CliFailure, exitCodes } from './command';
import { ledgerWords as words } from './messages/ledger';
import { problemsTyped } from './resolve';
import { workflowOf } from './targets';

/** A whole id of any workflow, or a problem's number in the one rectification that the ledger has. */
export async function workflowMeant(target: string, ledger: Ledger): Promise<string> {
  if (/^(rectification|digest)\/./.test(target)) return target;
  const [typed] = problemsTyped([target]);
  if (typed === undefined) return target;
  return workflowOf(typed, typed.rectification ?? (await onlyRectification(ledger)));
}

/** @throws CliFailure when the ledger has none, or several */
export async function onlyRectification(ledger: Ledger): Promise<string> {
  const ids = [...new Set((await ledger.counts()).map(({ rectification }) => rectification))];
  const [only, ...others] = ids;
  if (only !== undefined && others.length === 0) return only;
  const message =
    only === undefined ? words.noRectification : words.severalRectifications(ids.join('、'));
  throw new CliFailure(message, exitCodes.usage, { code: 'usage' });
}
