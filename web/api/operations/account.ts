/** Who calls, and what this API is. */
import type { Operation } from '../operation';

export const accountOperations: readonly Operation[] = [
  {
    id: 'getCaller',
    method: 'get',
    path: '/me',
    summary: 'Who calls, with what they may do',
    tag: 'account',
    scope: null,
    answers: { kind: 'one', of: 'Caller' },
    answer: ({ c, caller: { viewer, scopes } }) => {
      const { id, name, administrator } = viewer.account;
      const grants = viewer.grants.map(({ unit, standing, person }) => ({
        ...{ unit, standing, person },
      }));
      return Promise.resolve(c.json({ account: { id, name, administrator }, scopes, grants }));
    },
  },
];
