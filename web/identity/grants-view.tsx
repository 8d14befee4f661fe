/** What an account is granted, and the form that grants more: in a unit that is known, or in one whose first list is still to come. */
import { roleTerms } from '../../domain/role-terms';
import type { Role } from '../../domain/words';
import type { PersonRow } from '../../ledger';
import { accountsWords } from '../../words/pages/accounts';
import { terms } from '../../words/terms';
import { Csrf } from '../layout/page';
import { standings, type Grant, type Viewer } from '../viewer';
import type { AccountRow } from './database';

export interface GrantsProps {
  readonly viewer: Viewer;
  readonly account: AccountRow;
  readonly grants: readonly Grant[];
  readonly units: readonly string[];
  /** The unit for which something is to be granted. */
  readonly unit: string | null;
  /** Of that unit; nobody while it has no list. */
  readonly people: readonly PersonRow[];
}

export function GrantsView(props: GrantsProps) {
  const { viewer, account, grants, unit } = props;
  const words = accountsWords[viewer.language];
  return (
    <section class="card">
      <h2>{words.grants}</h2>
      {grants.length === 0 ? <p>{words.noGrants}</p> : null}
      {grants.map((grant) => (
        <form method="post" action={`${pathOf(account)}/withdraw`} class="actions">
          <Csrf viewer={viewer} />
          <span>
            {[grant.unit, words.standings[grant.standing], grant.person]
              .filter(Boolean)
              .join(' · ')}
          </span>
          <button class="quiet" name="unit" value={grant.unit}>
            {words.withdraw}
          </button>
        </form>
      ))}
      <h3>{words.grantTitle}</h3>
      <UnitForm {...props} />
      {unit === null ? null : <GrantForm {...props} unit={unit} />}
    </section>
  );
}

function UnitForm({ viewer, account, units, unit }: GrantsProps) {
  const words = accountsWords[viewer.language];
  return (
    <form method="get" action={pathOf(account)}>
      {units.length === 0 ? (
        <p class="hint">{words.noUnits}</p>
      ) : (
        <>
          <label for="unit">{words.chooseUnit}</label>
          <select id="unit" name="unit">
            {units.map((each) => (
              <option value={each} selected={each === unit}>
                {each}
              </option>
            ))}
          </select>
        </>
      )}
      <label for="new-unit">{units.length === 0 ? words.unit : words.newUnit}</label>
      <input
        {...{ id: 'new-unit', name: 'newUnit', autocomplete: 'off' }}
        value={unit === null || units.includes(unit) ? '' : unit}
        aria-describedby="new-unit-hint"
      />
      <p class="hint" id="new-unit-hint">
        {words.newUnitHint}
      </p>
      <p class="actions">
        <button class="second">{words.choose}</button>
      </p>
    </form>
  );
}

function GrantForm(props: GrantsProps & { readonly unit: string }) {
  const { viewer, account, unit, people } = props;
  const words = accountsWords[viewer.language];
  return (
    <form method="post" action={`${pathOf(account)}/grant`}>
      <Csrf viewer={viewer} />
      <input type="hidden" name="unit" value={unit} />
      <label for="standing">{`${unit} · ${words.standing}`}</label>
      <select id="standing" name="standing">
        {standings.map((standing) => (
          <option value={standing} selected={people.length === 0 && standing === 'office'}>
            {words.standings[standing]}
          </option>
        ))}
      </select>
      <PersonField {...props} />
      <p class="actions">
        <button>{words.grant}</button>
      </p>
    </form>
  );
}

/** Chosen from the unit's list; typed while there is none. */
function PersonField({ viewer, people }: GrantsProps) {
  const words = accountsWords[viewer.language];
  if (people.length === 0)
    return (
      <>
        <label for="person">{words.personId}</label>
        <input id="person" name="person" autocomplete="off" aria-describedby="person-hint" />
        <p class="hint" id="person-hint">
          {words.personIdHint}
        </p>
      </>
    );
  return (
    <>
      <label for="person">{words.person}</label>
      <select id="person" name="person">
        <option value="">{words.nobody}</option>
        {people.map(({ id, name, roles, department }) => (
          <option value={id}>
            {[name, rolesInWords(roles, viewer), department].filter(Boolean).join(' · ')}
          </option>
        ))}
      </select>
    </>
  );
}

function rolesInWords(roles: string, { language }: Viewer): string {
  const words = language === 'zh' ? roleTerms : terms.en.roles;
  return roles
    .split(' ')
    .map((role) => words[role as Role] ?? role)
    .join('、');
}

const pathOf = ({ id }: AccountRow): string => `/accounts/${encodeURIComponent(id)}`;
