/** Every figure, in the order in which they are measured: what needs no server first, what leaves most behind last. */
import type { Figure } from '../figure';
import { heap } from './heap';
import { histories } from './histories';
import { ledger } from './ledger';
import { lifecycles } from './lifecycles';
import { pages } from './pages';
import { recording } from './recording';
import { replay } from './replay';
import { start } from './start';
import { step } from './step';
import { storm } from './storm';
import { timers } from './timers';

export const figures: readonly Figure[] = [
  ...[step, lifecycles, histories, replay],
  ...[heap, start, timers, storm],
  ...[recording, ledger, pages],
];
