/** What an act is about: for whoever decides, what was done or asked for, in the words of whoever wrote it. */
import type { FC } from 'hono/jsx';
import { dutiesOf, type Duty } from '../pages/todo/duties';
import { Told, type About as ToldAbout } from '../pages/todo/told';
import type { Language } from '../../words/catalogue';
import { roundOf } from '../rounds/rounds';
import type { Viewer } from '../viewer';
import type { WebDeps } from '../web-env';
import type { Act, Acting } from './targets';

export interface WhatFor {
  readonly duty: Duty;
  readonly about: ToldAbout;
}

/** Null where there is nothing to tell: several problems, or an act that answers nobody. */
export async function whatFor(
  { ledger, now }: Pick<WebDeps, 'ledger' | 'now'>,
  { event, about: { rectification, people, problems }, person }: Act & Acting,
  language: Language,
): Promise<WhatFor | null> {
  const [row, other] = problems;
  if (row === undefined || other !== undefined) return null;
  const duty = dutiesOf(row, people, person).find(({ acts }) =>
    acts.some((act) => act.event === event),
  );
  if (duty === undefined) return null;
  const [latest] = duty.tells.length === 0 ? [] : await ledger.latest([row.workflow], duty.tells);
  const round = roundOf(rectification, now(), language);
  return { duty, about: { row, round, people, told: latest?.line ?? null } };
}

export const WhatForPart: FC<{ whatFor: WhatFor | null; viewer: Viewer }> = ({
  whatFor: found,
  viewer,
}) => (found === null ? null : <Told duty={found.duty} card={found.about} viewer={viewer} />);
