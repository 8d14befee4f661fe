/** Who is who: roles, department, deputies, and how they are reached. */
import type { FC } from 'hono/jsx';
import type { Person } from '../../../domain/people';
import type { Language } from '../../../words/catalogue';
import { rulesWords } from '../../../words/pages/rules';
import { terms } from '../../../words/terms';

interface PeopleProps {
  readonly language: Language;
  readonly people: readonly Person[];
  /** Whether a person's addresses may be seen. */
  readonly addressesOf: (id: string) => boolean;
}

export const PeopleCards: FC<PeopleProps> = ({ language, people, addressesOf }) => {
  const words = rulesWords[language];
  const { roles } = terms[language];
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? id;
  return (
    <section aria-labelledby="people">
      <h2 id="people">{words.people}</h2>
      {people.length === 0 ? <p class="soft">{words.noPeople}</p> : null}
      <ul class="cards">
        {people.map(({ id, name, roles: held, department, deputies, channels }) => (
          <li class="card">
            <strong>{name}</strong> <span class="soft">{id}</span>
            <p>{held.map((role) => roles[role]).join('、')}</p>
            <p class="soft">
              {[
                department,
                deputies.length === 0
                  ? null
                  : `${words.deputies}：${deputies.map(nameOf).join('、')}`,
                `${words.channels}：${
                  channels.length === 0
                    ? words.outbox
                    : channels
                        .map(({ channel, address }) =>
                          addressesOf(id) ? `${channel} ${address}` : channel,
                        )
                        .join('、')
                }`,
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
};
