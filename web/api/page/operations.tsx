/** Every operation to read and to try, and what errors there are: from the same descriptions as the document. */
import type { FC } from 'hono/jsx';
import type { Language } from '../../../words/catalogue';
import { apiWords } from '../../../words/pages/api';
import type { Viewer } from '../../viewer';
import { apiPath, jsonSchema } from '../openapi';
import { tags, type Operation } from '../operation';
import { operations } from '../operations';
import { problemKinds } from '../problem-details';
import { scopesFor, type Scope } from '../scopes';

export const Operations: FC<{ viewer: Viewer }> = ({ viewer }) => {
  const words = apiWords[viewer.language];
  const allowed = scopesFor(viewer.account, viewer.grants);
  return (
    <section class="card">
      <h2>{words.operations}</h2>
      <p class="hint">{words.operationsHint}</p>
      {tags.map((tag) => (
        <>
          <h3>{words.tags[tag]}</h3>
          {operations
            .filter((operation) => operation.tag === tag)
            .map((operation) => (
              <One operation={operation} viewer={viewer} allowed={allowed} />
            ))}
        </>
      ))}
    </section>
  );
};

interface OneProps {
  readonly operation: Operation;
  readonly viewer: Viewer;
  readonly allowed: readonly Scope[];
}

const One: FC<OneProps> = ({ operation, viewer, allowed }) => {
  const words = apiWords[viewer.language];
  const { id, method, path, summary, scope, body, answers } = operation;
  const mayTry = (scope === null || allowed.includes(scope)) && answers.kind !== 'events';
  return (
    <details class="more" id={id}>
      <summary>
        <code>
          {method.toUpperCase()} {path}
        </code>{' '}
        {summary}
      </summary>
      {scope === null ? null : <p class="hint">{words.scopeNeeded(words.scopeWords[scope])}</p>}
      {body?.kind === 'json' ? (
        <details class="more">
          <summary>{words.schema}</summary>
          <pre tabindex={0}>{JSON.stringify(body.schema, null, 2)}</pre>
        </details>
      ) : null}
      {mayTry ? <Try operation={operation} viewer={viewer} /> : null}
    </details>
  );
};

const Try: FC<{ operation: Operation; viewer: Viewer }> = ({ operation, viewer }) => {
  const words = apiWords[viewer.language];
  const { id, method, path, body } = operation;
  return (
    <form data-operation={id} data-method={method} data-path={`${apiPath}${path}`}>
      {[...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => (
        <Input id={id} name={name} place="path" required />
      ))}
      {parametersOf(operation).map((name) => (
        <Input id={id} name={name} place="query" />
      ))}
      {body?.kind === 'json' ? (
        <>
          <label for={`${id}-body`}>{words.body}</label>
          <textarea id={`${id}-body`} data-place="body" rows={4}>
            {'{}'}
          </textarea>
        </>
      ) : null}
      {body?.kind === 'bytes' ? (
        <>
          <label for={`${id}-file`}>{words.file}</label>
          <input id={`${id}-file`} type="file" data-place="file" required />
        </>
      ) : null}
      <p class="actions">
        <button class="second">{words.tryIt}</button>
      </p>
      <pre role="status" tabindex={0} hidden />
    </form>
  );
};

interface InputProps {
  readonly id: string;
  readonly name: string;
  readonly place: 'path' | 'query';
  readonly required?: boolean;
}

const Input: FC<InputProps> = ({ id, name, place, required = false }) => (
  <>
    <label for={`${id}-${name}`}>{name}</label>
    <input id={`${id}-${name}`} data-place={place} data-name={name} required={required} />
  </>
);

function parametersOf({ query }: Operation): readonly string[] {
  if (query === undefined) return [];
  const { properties = {} } = jsonSchema(query, 'input') as {
    readonly properties?: Readonly<Record<string, unknown>>;
  };
  return Object.keys(properties);
}

export const Errors: FC<{ language: Language }> = ({ language }) => {
  const words = apiWords[language];
  return (
    <section class="card">
      <h2>{words.errors}</h2>
      <p class="hint">{words.errorsHint}</p>
      <dl class="facts">
        {Object.entries(problemKinds).map(([kind, { status, title }]) => (
          <>
            <dt id={kind}>
              {status} <code>{kind}</code>
            </dt>
            <dd>{title}</dd>
          </>
        ))}
      </dl>
    </section>
  );
};
