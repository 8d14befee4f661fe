/** Who tries every route: what is granted to each is in one unit; the other unit is nobody's. */
import type { Grant, Standing, Viewer } from '../../../../web';
import { unit } from '../identity/house';

export const roles = [
  'handler',
  'leader',
  'office',
  'supervisor',
  'reader',
  'stranger',
  'administrator',
  'link',
] as const;
export type Role = (typeof roles)[number];

const grants: Readonly<Record<Role, readonly Grant[]>> = {
  handler: [granted('member', 'zhang-wei')],
  leader: [granted('member', 'liu-haiyan')],
  office: [granted('office', 'he-jing')],
  supervisor: [granted('supervisor', 'xu-zhiyuan')],
  reader: [granted('reader', null)],
  stranger: [],
  administrator: [],
  link: [granted('member', 'liu-haiyan')],
};

function granted(standing: Standing, person: string | null): Grant {
  return { unit, standing, person };
}

export function viewerAs(role: Role): Viewer {
  return {
    account: { id: role, name: role, email: '', administrator: role === 'administrator' },
    grants: grants[role],
    language: 'zh',
    csrf: 'token-of-this-session',
    only:
      role === 'link'
        ? { workflow: 'problem/water/1', event: 'approve', link: 'of-a-message' }
        : null,
  };
}
