/** What is wrong with the record, as people read it. */
import type { Fault } from '../ledger';
import { ledgerWords } from './messages/ledger';

const { fault, kinds } = ledgerWords.verify;

export function faultWords({ workflow, sequence, kind }: Fault): string {
  return fault(workflow, sequence, kinds[kind]);
}
