/** What stood before lines that are being recorded, as far as what is derived of them goes by it. */
import { sql, type RawBuilder } from 'kysely';
import { chainOf } from '../chain';
import type { PersonRow, ProblemRow } from '../tables';
import { lookedUpFacts } from './looked-up-facts';
import { isOf, says, type Recorded } from './recorded';

/** Where a problem stands. */
export type Stand = Pick<ProblemRow, 'lamp' | 'stage' | 'status'>;

type ProblemBefore = Stand &
  Pick<ProblemRow, 'workflow' | 'rectification'> & {
    /** Null where nothing goes by them. */
    readonly facts: ProblemRow['facts'] | null;
  };

type PersonBefore = Pick<PersonRow, 'rectification' | 'id' | 'name'>;

export interface Before {
  /** Those that have lines now, and all of a rectification whose people are told now. */
  readonly problems: ReadonlyMap<string, ProblemBefore>;
  readonly people: readonly PersonBefore[];
}

export interface BeforeRows {
  readonly problems: ProblemBefore;
  readonly people: PersonBefore;
}

/** The questions whose answers `beforeIn` takes. */
export function askBefore(lines: readonly Recorded[]): {
  readonly [name in keyof BeforeRows]: RawBuilder<BeforeRows[name]>;
} {
  const own = lines.filter(isOf('problem'));
  const told = workflowsOf(own.filter(says(...lookedUpFacts)));
  const peopled = workflowsOf(lines.filter(isOf('rectification')).filter(says('people'))).map(
    chainOf,
  );
  const named = [...new Set(told.map(chainOf))];
  return {
    problems: sql`select workflow, rectification, lamp, stage, status,
        case when workflow = any(${told}::text[]) or rectification = any(${peopled}::text[])
          then facts end as facts
      from problems
      where workflow = any(${workflowsOf(own)}::text[]) or rectification = any(${peopled}::text[])`,
    people: sql`select rectification, id, name from people
      where rectification = any(${named}::text[])`,
  };
}

export function beforeIn({
  problems,
  people,
}: {
  readonly [name in keyof BeforeRows]: readonly BeforeRows[name][];
}): Before {
  return { problems: new Map(problems.map((row) => [row.workflow, row])), people };
}

function workflowsOf(lines: readonly Recorded[]): readonly string[] {
  return [...new Set(lines.map(({ workflow }) => workflow))];
}
