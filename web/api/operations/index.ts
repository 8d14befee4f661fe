import type { Operation } from '../operation';
import { accountOperations } from './account';
import { changeOperations } from './changes';
import { eventOperations } from './events';
import { evidenceOperations } from './evidence';
import { incidentOperations } from './incidents';
import { problemOperations } from './problems';
import { receivingOperations } from './receiving';
import { rectificationOperations } from './rectifications';

/** In the order of the document. */
export const operations: readonly Operation[] = [
  ...accountOperations,
  ...rectificationOperations,
  ...receivingOperations,
  ...problemOperations,
  ...eventOperations,
  ...evidenceOperations,
  ...changeOperations,
  ...incidentOperations,
];
