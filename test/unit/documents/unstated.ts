// What every imported problem holds where its file says nothing of it: expected results name only what is said.
import type { ImportedProblem } from '../../../documents';

type Unstated = Pick<
  ImportedProblem,
  'responsibleLeaders' | 'department' | 'assisting' | 'handlers' | 'subFindings'
>;

export const unstated: Unstated = {
  responsibleLeaders: [],
  department: null,
  assisting: [],
  handlers: [],
  subFindings: [],
};
