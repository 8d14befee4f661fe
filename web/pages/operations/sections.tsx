/** The sections of 运行. All but the versions ask themselves anew now and then. */
import type { FC } from 'hono/jsx';
import { operationsWords, type OperationsWords } from '../../../words/pages/operations';
import { Csrf } from '../../layout/page';
import type { Viewer } from '../../viewer';
import type { WebSettings } from '../../web-env';
import { Head } from './head';
import type { SystemStanding } from './standing';
import { temporalLinks, type TemporalLinks } from './temporal-links';
import { deliveryOutcome, lasting, megabytes, momentWords } from './words-of';

interface Shown {
  readonly viewer: Viewer;
  readonly settings: WebSettings;
  /** ISO 8601 UTC. */
  readonly now: string;
  /** Made with the page: a form that is sent twice retries once. */
  readonly commandId: string;
  readonly standing: SystemStanding;
}

interface Section extends Shown {
  readonly words: OperationsWords;
  readonly links: TemporalLinks | null;
}

export const Standing: FC<Shown> = (shown) => {
  const words = operationsWords[shown.viewer.language];
  const section = { ...shown, words, links: temporalLinks(shown.settings) };
  return (
    <div
      id="standing"
      hx-get="/operations"
      hx-select="#standing"
      hx-swap="outerHTML"
      hx-trigger="every 10s"
    >
      <Incidents {...section} />
      <Workers {...section} />
      <Deliveries {...section} />
      <Process {...section} />
      <Links {...section} />
    </div>
  );
};

const Incidents: FC<Section> = (section) => {
  const { words, standing } = section;
  const { incidents } = standing;
  return (
    <section class="card">
      <h2>{words.incidents}</h2>
      {incidents === null ? (
        <p class="notice refused">{words.away}</p>
      ) : incidents.length === 0 ? (
        <p class="soft">{words.noIncidents}</p>
      ) : (
        <>
          <p class="hint">{words.incidentsHint}</p>
          <div class="scroll" tabindex={0}>
            <table>
              <thead>
                <Head titles={[words.workflow, words.what, words.since, words.why, words.act]} />
              </thead>
              <tbody>
                {incidents.map((incident) => (
                  <Incident {...section} incident={incident} />
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
};

type GivenUp = NonNullable<SystemStanding['incidents']>[number];

const Incident: FC<Section & { incident: GivenUp }> = (section) => {
  const { words, viewer, links, commandId, incident } = section;
  const { workflow, effect, name, at, message } = incident;
  return (
    <tr>
      <td>{links === null ? workflow : <a href={links.workflow(workflow)}>{workflow}</a>}</td>
      <td>{name}</td>
      <td>{momentWords(at, viewer.language)}</td>
      <td>{message}</td>
      <td>
        <form method="post" action="/operations/retry">
          <Csrf viewer={viewer} />
          <input type="hidden" name="workflow" value={workflow} />
          <input type="hidden" name="effect" value={effect} />
          <input type="hidden" name="command" value={`${commandId}/${effect}`} />
          <button id={`retry-${effect}`} class="second">
            {words.retry}
          </button>
        </form>
      </td>
    </tr>
  );
};

const Workers: FC<Section> = ({ words, viewer, standing: { workers } }) => (
  <section class="card">
    <h2>{words.workers}</h2>
    {workers === null ? (
      <p class="notice refused">{words.away}</p>
    ) : workers.length === 0 ? (
      <p class="notice refused">{words.noWorkers}</p>
    ) : (
      <div class="scroll" tabindex={0}>
        <table>
          <thead>
            <Head titles={[words.worker, words.takes, words.lastSeen]} />
          </thead>
          <tbody>
            {workers.map((worker) => (
              <tr>
                <td>{worker.identity}</td>
                <td>
                  {[
                    ...(worker.workflows ? [words.workflows] : []),
                    ...(worker.activities ? [words.activities] : []),
                  ].join('、')}
                </td>
                <td>{momentWords(worker.lastSeen, viewer.language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )}
  </section>
);

const Deliveries: FC<Section> = ({ words, now, standing: { deliveries, troubled } }) => (
  <section class="card">
    <h2>{words.deliveries}</h2>
    {deliveries === null ? (
      <p class="notice refused">{words.ledgerAway}</p>
    ) : (
      <dl class="facts">
        {Object.entries(deliveries).map(([status, messages]) => (
          <>
            <dt>{words.deliveryStatuses[status as keyof typeof deliveries]}</dt>
            <dd>{messages}</dd>
          </>
        ))}
      </dl>
    )}
    {troubled.length === 0 ? (
      <p class="soft">{words.noTroubledDeliveries}</p>
    ) : (
      <>
        <p class="hint">{words.deliveriesHint}</p>
        <div class="scroll" tabindex={0}>
          <table>
            <thead>
              <Head
                titles={[
                  ...[words.day, words.person, words.channel],
                  ...[words.attempts, words.status, words.detail],
                ]}
              />
            </thead>
            <tbody>
              {troubled.map((row) => (
                <tr>
                  <td>{row.day}</td>
                  <td>{row.name}</td>
                  <td>{row.channel}</td>
                  <td class="number">{row.attempts}</td>
                  <td>{words.deliveryStatuses[deliveryOutcome(row, now)]}</td>
                  <td>{row.detail}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </>
    )}
  </section>
);

const Process: FC<Section> = ({ words, settings, standing: { process, probes } }) => {
  const answer = (ms: number | null): string => (ms === null ? words.silent : words.answersIn(ms));
  return (
    <section class="card">
      <h2>{words.process}</h2>
      <dl class="facts">
        <Fact title={words.ledger} text={answer(probes.ledger)} />
        <Fact title={words.temporal} text={answer(probes.temporal)} />
        <Fact title={words.version} text={settings.version} />
        <Fact title={words.uptime} text={lasting(process.uptimeSeconds, words)} />
        <Fact
          title={words.memory}
          text={words.memoryOf(megabytes(process.resident), megabytes(process.heap))}
        />
        <Fact title={words.listeners} text={String(process.listeners)} />
        <Fact title={words.node} text={`Node ${process.node}`} />
        <Fact title={words.processId} text={String(process.pid)} />
      </dl>
    </section>
  );
};

const Links: FC<Section> = ({ words, links }) =>
  links === null ? null : (
    <section class="card">
      <h2>{words.links}</h2>
      <p class="actions">
        <a class="button second" href={links.list('WorkflowType="problem"')}>
          {words.linkAll}
        </a>
        <a class="button second" href={links.list('WorkflowType="problem" AND Lamp="overdue"')}>
          {words.linkOverdue}
        </a>
        <a class="button second" href={links.list('Incident=true')}>
          {words.linkIncidents}
        </a>
        <a class="button second" href={links.workers}>
          {words.linkWorkers}
        </a>
      </p>
    </section>
  );

const Fact: FC<{ title: string; text: string }> = ({ title, text }) => (
  <>
    <dt>{title}</dt>
    <dd>{text}</dd>
  </>
);
