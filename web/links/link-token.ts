/** The secret of a message's link: an id that is looked up, and a signature over what it is good for. Pure but for the id. */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { sameText } from '../security';

/** What one link lets one person do. */
export interface LinkedAct {
  readonly workflow: string;
  readonly event: string;
  /** A person's id in the people of the workflow's rectification. */
  readonly person: string;
}

export function newToken(secret: string, act: LinkedAct): string {
  const id = randomBytes(24).toString('base64url');
  return `${id}.${signature(secret, id, act)}`;
}

/** By which the record finds a link; from it nobody makes the link again. */
export function hashOf(token: string): string {
  return createHash('sha256').update(idIn(token)).digest('hex');
}

/** Whoever can write the record still cannot turn one link into another. */
export function isSigned(secret: string, token: string, act: LinkedAct): boolean {
  const id = idIn(token);
  return sameText(token, `${id}.${signature(secret, id, act)}`);
}

function idIn(token: string): string {
  return token.split('.')[0] ?? '';
}

function signature(secret: string, id: string, { workflow, event, person }: LinkedAct): string {
  return createHmac('sha256', secret)
    .update(['link', id, workflow, event, person].join('\n'))
    .digest('base64url');
}
