/** The menu: what a viewer has use for. */
import { receives, unitsAs } from '../access/access';
import type { Viewer } from '../viewer';
import type { shellWords } from '../../words/pages/shell';

export interface NavItem {
  readonly name: keyof (typeof shellWords)['zh']['nav'];
  readonly href: string;
}

const everybody: readonly NavItem[] = [
  { name: 'todo', href: '/todo' },
  { name: 'overview', href: '/rectifications' },
  { name: 'ledger', href: '/ledger' },
  { name: 'documents', href: '/documents' },
  { name: 'calendar', href: '/calendar' },
  { name: 'rules', href: '/rules' },
];

export function navOf(viewer: Viewer): readonly NavItem[] {
  // Nothing of it is open to who came by a link.
  if (viewer.only !== null) return [];
  return [
    ...(viewer.grants.length > 0 ? everybody : []),
    ...(receives(viewer) ? [{ name: 'reception', href: '/reception' } as const] : []),
    ...(unitsAs(viewer, 'supervisor').length > 0
      ? [{ name: 'supervision', href: '/supervision' } as const]
      : []),
    ...(viewer.account.administrator
      ? ([
          { name: 'operations', href: '/operations' },
          { name: 'accounts', href: '/accounts' },
        ] as const)
      : []),
  ];
}
