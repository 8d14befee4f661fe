/** Where a problem stands, on its machine's own chart: drawn for who sees, in words for who hears. */
import type { FC } from 'hono/jsx';
import { raw } from 'hono/html';
import type { MachineDefinition } from '../../engine/core';
import type { Language } from '../../words/catalogue';
import { eventWords } from '../../words/events';
import { chartWords } from '../../words/pages/chart';
import { terms } from '../../words/terms';
import { dotOf } from './dot';
import { drawn } from './draw';
import { chartOf, flat, type Chart, type ChartState } from './model';

interface StatechartProps {
  readonly definition: MachineDefinition;
  /** Dotted: where it stands. */
  readonly live: readonly string[];
  readonly language: Language;
}

export const Statechart: FC<StatechartProps> = async ({ definition, live, language }) => {
  const { name, version } = definition;
  const chart = chartOf(definition, live);
  const words = chartWords[language];
  const title = words.title(liveWords(chart, language));
  const key = [name, version, language, ...[...live].sort()].join(' ');
  const state = (each: ChartState) => stateWord(each, language);
  const svg = await drawn(
    key,
    () => dotOf(chart, { state, event: (type) => eventWord(type, language) }),
    title,
  );
  return (
    <>
      <div class="statechart" tabindex={0} role="region" aria-label={title}>
        {raw(svg)}
      </div>
      <details class="more" id="chart-words">
        <summary>{words.inWords}</summary>
        <InWords chart={chart} language={language} />
      </details>
    </>
  );
};

const InWords: FC<{ chart: Chart; language: Language }> = ({ chart, language }) => {
  const words = chartWords[language];
  const all = flat(chart.states);
  const byPath = new Map(all.map((state) => [state.path, state]));
  const listed = (events: readonly string[]) =>
    events.map((type) => eventWord(type, language)).join(language === 'zh' ? '、' : ', ');
  return (
    <ul>
      {all.map((state) => {
        const ways = chart.ways.filter(({ from }) => from === state.path);
        if (ways.length === 0 && state.inside.length === 0 && !state.isLive) return null;
        return (
          <li>
            <strong>{`${stateWord(state, language)}${state.isLive ? words.now : ''}`}</strong>
            {state.inside.length === 0 ? null : <div>{words.inside(listed(state.inside))}</div>}
            {ways.map(({ to, events }) => {
              const target = byPath.get(to);
              return target === undefined ? null : (
                <div>{words.leads(listed(events), stateWord(target, language))}</div>
              );
            })}
          </li>
        );
      })}
    </ul>
  );
};

/** The deepest states that are lit. */
function liveWords(chart: Chart, language: Language): string {
  const live = flat(chart.states).filter(
    ({ isLive, states }) => isLive && !states.some((each) => each.isLive),
  );
  return live.map((state) => stateWord(state, language)).join(language === 'zh' ? '、' : ', ');
}

/** By the stage that it is; else by the end of its path; else as the machine calls it. */
export function stateWord({ path, key, tags, states }: ChartState, language: Language): string {
  const { states: named } = chartWords[language];
  const parts = path.split('.');
  const ends = [parts.slice(-2).join('.'), key];
  const own = ends.flatMap((end) => (Object.hasOwn(named, end) ? (named[end] ?? []) : []))[0];
  const stages = terms[language].stages as Readonly<Record<string, string>>;
  const stage = tags.find((tag) => Object.hasOwn(stages, tag));
  const isExact = Object.hasOwn(named, ends[0] ?? '');
  if (own !== undefined && (stage === undefined || states.length > 0 || isExact)) return own;
  return (stage === undefined ? undefined : stages[stage]) ?? own ?? key;
}

function eventWord(type: string, language: Language): string {
  return eventWords[language].titles[type as never] ?? type;
}
