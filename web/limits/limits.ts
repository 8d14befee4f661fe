/** What is counted, and how much of it is allowed. */
import { createAllowance, type Allowance } from './allowance';

export interface Limits {
  /** Of one account, in the pages and by its tokens. */
  readonly account: Allowance;
  /** Of one address: a whole office may come from it. */
  readonly address: Allowance;
  /** Links, invitations, tokens and feeds that are none, from one address. */
  readonly guesses: Allowance;
}

const perAddress = 20;
const guessesPerMinute = 120;

export function createLimits(writesPerMinute: number): Limits {
  return {
    account: createAllowance(writesPerMinute),
    address: createAllowance(writesPerMinute * perAddress),
    guesses: createAllowance(guessesPerMinute),
  };
}
