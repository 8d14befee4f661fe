/** Who can sign in to the demonstration: the people of its rectification, and who looks after the system. */
import { roleTerms } from '../../domain/role-terms';
import type { Role } from '../../domain/words';
import type { Ledger, PersonRow } from '../../ledger';
import type { DemonstrationAccount } from '../../web';

/** Asked with every request: put together anew only when the record answers otherwise. */
export function demonstrationAccounts(
  ledger: Pick<Ledger, 'rectifications' | 'people'>,
  rectification: string,
): () => Promise<readonly DemonstrationAccount[]> {
  let known: Known | null = null;
  return async () => {
    const [whole] = await ledger.rectifications([rectification]);
    const people = await ledger.people(rectification);
    const unit = whole?.unit ?? '';
    if (known?.people !== people || known.unit !== unit)
      known = { people, unit, accounts: accountsOf(people, unit) };
    return known.accounts;
  };
}

interface Known {
  readonly people: readonly PersonRow[];
  readonly unit: string;
  readonly accounts: readonly DemonstrationAccount[];
}

function accountsOf(people: readonly PersonRow[], unit: string): readonly DemonstrationAccount[] {
  return [
    ...people.map(({ id, name, roles, department }) => ({
      account: { id, name, email: `${id}@example.org`, administrator: false },
      grants: [{ unit, standing: standingOf(roles), person: id }] as const,
      title: [
        roles
          .split(' ')
          .map((role) => roleTerms[role as Role] ?? role)
          .join('、'),
        department,
      ]
        .filter(Boolean)
        .join(' · '),
    })),
    {
      account: { id: 'admin', name: '管理员', email: 'admin@example.org', administrator: true },
      grants: [],
      title: '管理员',
    },
  ];
}

function standingOf(roles: string): 'office' | 'supervisor' | 'reader' | 'member' {
  const held = roles.split(' ');
  if (held.includes('office')) return 'office';
  if (held.includes('supervisor')) return 'supervisor';
  return held.every((role) => role === 'reader') ? 'reader' : 'member';
}
