/**
 * The bulletin that the public may read now: the last that was issued, made again from the record as it was then, within the window
 * of its publicity. Withheld problems are in no bulletin.
 */
import { shownOf } from '../../../documents/export/shown';
import type { Block } from '../../../documents/export/page/blocks';
import { madeAgain, noAuthorsPart, recordOf } from '../../../documents/record';
import { endOfDay } from '../../../domain/plain-date';
import { toReal } from '../../../domain/plan-clock';
import type { WebDeps } from '../../web-env';
import { roundOf, type Round } from '../../rounds/rounds';
import { termOf, terms } from '../../../words/terms';

export interface PublicBulletin {
  readonly blocks: readonly Block[];
  readonly title: string;
  readonly from: string;
  readonly to: string;
  /** Of its bytes. */
  readonly sha256: string;
  /** Real instant. */
  readonly endsAt: string;
}

type Deps = Pick<WebDeps, 'ledger' | 'now'>;

/** What was made lately, by rectification: anybody may ask, as often as they like. */
const kept = new WeakMap<object, Map<string, Made>>();
const mostKept = 50;

interface Made {
  readonly of: string;
  readonly bulletin: PublicBulletin | null;
}

/** Null for all that is not public now, whatever the reason. */
export async function publicBulletin(deps: Deps, id: string): Promise<PublicBulletin | null> {
  const [row] = await deps.ledger.rectifications([id]);
  const round = row === undefined ? null : roundOf(row, deps.now(), 'zh');
  if (row === undefined || round === null || !isOpen(round)) return null;
  const bulletin = await made(deps, round, row.sequence);
  return bulletin !== null && round.today <= bulletin.to ? bulletin : null;
}

/** By its dates: the look-back may begin meanwhile, and then is the stage of the whole. */
function isOpen({ facts, today }: Round): boolean {
  const from = fromIn(facts);
  return from !== null && from <= today;
}

function fromIn(facts: Round['facts']): string | null {
  const { from } = (facts['publicity'] ?? {}) as { readonly from?: unknown };
  return typeof from === 'string' ? from : null;
}

async function made({ ledger }: Deps, round: Round, sequence: number) {
  const issued = (await ledger.documents(round.id)).find(({ name }) => name === 'bulletin');
  if (issued === undefined) return null;
  const known = kept.get(ledger) ?? new Map<string, Made>();
  kept.set(ledger, known);
  const of = `${issued.sha256} ${sequence}`;
  const found = known.get(round.id);
  if (found?.of === of) return found.bulletin;
  const bulletin = await bulletinOf(ledger, round, issued);
  if (known.size >= mostKept) known.clear();
  known.set(round.id, { of, bulletin });
  return bulletin;
}

async function bulletinOf(
  ledger: Deps['ledger'],
  { id, clock, today }: Round,
  issued: Awaited<ReturnType<Deps['ledger']['documents']>>[number],
): Promise<PublicBulletin | null> {
  const lines = await ledger.readRectification(id);
  const stageWord = (stage: string): string => termOf(terms.zh.stages, stage);
  const again = await madeAgain({ ...issued, name: 'bulletin' }, lines, stageWord);
  const window = recordOf({ id, lines, asOf: today, author: noAuthorsPart, stageWord })?.publicity;
  if (again === null || window === null || window === undefined) return null;
  const shown = shownOf('bulletin', again.record, null);
  const [title, ...blocks] = shown.kind === 'text' ? shown.blocks : [];
  return {
    ...{ blocks, title: title?.kind === 'title' ? title.text : '', ...window },
    ...{ sha256: issued.sha256, endsAt: toReal(clock, endOfDay(window.to)) },
  };
}
