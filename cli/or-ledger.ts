/** Asks the server, and the ledger where no server runs: the record is there also when Temporal is down. */
import type { Zhenggai } from '../client';
import type { Ledger } from '../ledger';
import { CliFailure, exitCodes, type CliContext } from './command';
import { withZhenggai } from './connect';
import { ledgerWords } from './messages/ledger';
import { withLedger } from './open-ledger';

/**
 * @param instead what the ledger says where no server is known or answers; that is told to people
 * @throws what the server's absence says, where there is no ledger either
 */
export async function withZhenggaiOrLedger<Result>(
  context: CliContext,
  work: (zhenggai: Zhenggai) => Promise<Result>,
  instead: (ledger: Ledger) => Promise<Result>,
): Promise<Result> {
  try {
    return await withZhenggai(context, work);
  } catch (error) {
    if (!isUnreachable(error)) throw error;
    return withLedger(context, async (ledger) => {
      context.err(`${ledgerWords.instead}\n`);
      return instead(ledger);
    }).catch((second: unknown) => {
      throw isNoLedger(second) ? error : second;
    });
  }
}

const absences: readonly unknown[] = ['noServer', 'unreachable'];

function isUnreachable(error: unknown): boolean {
  return (
    error instanceof CliFailure &&
    error.exitCode === exitCodes.unreachable &&
    absences.includes(codeOf(error))
  );
}

function isNoLedger(error: unknown): boolean {
  return error instanceof CliFailure && codeOf(error) === 'noLedger';
}

function codeOf({ facts }: CliFailure): unknown {
  return facts !== null && 'code' in facts ? facts.code : null;
}
