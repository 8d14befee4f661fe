/** The document for programs, OpenAPI 3.1: made from the operations and schemas that answer, so that it cannot say otherwise. */
import { z } from 'zod';
import type { Body, Operation } from './operation';
import { tags } from './operation';
import { problemKinds, problemType, type ProblemKind } from './problem-details';
import { schemas, pageOf, type SchemaName } from './schemas';
import type { JsonSchema } from './field-schema';

export const apiPath = '/api/v1';

export interface About {
  readonly version: string;
  readonly baseUrl: string;
}

export function openapi(operations: readonly Operation[], { version, baseUrl }: About): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of operations)
    (paths[operation.path] ??= {})[operation.method] = described(operation);
  return {
    openapi: '3.1.0',
    info: {
      title: 'zhenggai 整改',
      version,
      description: `Rectification over HTTP: what the pages do, for programs. Every command goes the same way and is refused for the same reasons; \`Idempotency-Key\` is its id: the same again is applied once. Errors are RFC 9457 problem details. A read is of the record, a moment behind a command’s answer.`,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: `${baseUrl}${apiPath}` }],
    security: [{ token: [] }],
    tags: tags.map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'Made on the page /api' },
      },
      schemas: Object.fromEntries(
        Object.entries(schemas).map(([name, schema]) => [name, jsonSchema(schema)]),
      ),
    },
  };
}

/** What zod says of itself and nobody needs is left out. */
export function jsonSchema(schema: z.ZodType, io: 'input' | 'output' = 'output'): JsonSchema {
  const { $schema: _schema, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}

function described(operation: Operation): object {
  const { id, summary, tag, scope, body } = operation;
  return {
    operationId: id,
    summary,
    tags: [tag],
    description: scope === null ? 'Any token.' : `Scope \`${scope}\`.`,
    ...(scope === null ? {} : { 'x-scope': scope }),
    parameters: [...pathParameters(operation), ...queryParameters(operation), ...keyOf(operation)],
    ...(body === undefined ? {} : { requestBody: requestBody(body) }),
    responses: {
      200: { description: 'Done', content: contentOf(operation) },
      ...problemAnswers(operation),
    },
  };
}

function pathParameters({ path }: Operation): readonly object[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    ...{ name, in: 'path', required: true },
    schema: name === 'seq' ? { type: 'integer', minimum: 1 } : { type: 'string' },
  }));
}

function queryParameters({ query }: Operation): readonly object[] {
  if (query === undefined) return [];
  const { properties = {} } = jsonSchema(query, 'input') as {
    readonly properties?: Readonly<Record<string, { readonly description?: string }>>;
  };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    ...{ name, in: 'query', schema },
    ...(description === undefined ? {} : { description }),
  }));
}

function keyOf({ isCommand }: Operation): readonly object[] {
  if (isCommand !== true) return [];
  return [
    {
      ...{ name: 'Idempotency-Key', in: 'header' },
      description: 'The command’s id; made up where it is not given',
      schema: { type: 'string', pattern: idempotencyKey.source },
    },
  ];
}

export const idempotencyKey = /^[\x21-\x7e]{1,100}$/;

function requestBody(body: Body): object {
  return body.kind === 'bytes'
    ? { required: true, content: { 'application/octet-stream': { schema: { type: 'string' } } } }
    : { content: { 'application/json': { schema: body.schema } } };
}

function contentOf({ answers }: Operation): object {
  switch (answers.kind) {
    case 'one':
      return { 'application/json': { schema: referred(answers.of) } };
    case 'page':
      return { 'application/json': { schema: pageOf(answers.of) } };
    case 'events':
      return { 'text/event-stream': { schema: { type: 'string' } } };
    case 'bytes':
      return { 'application/octet-stream': { schema: { type: 'string' } } };
    case 'document':
      return { 'application/json': { schema: { type: 'object' } } };
  }
}

const referred = (name: SchemaName) => ({ $ref: `#/components/schemas/${name}` });

const onlyOfCommands: readonly ProblemKind[] = ['refused', 'unknown'];
const onlyOfReceiving: readonly ProblemKind[] = ['differs'];
const onlyOfFiles: readonly ProblemKind[] = ['file-refused'];

function problemAnswers({ id, isCommand, body }: Operation): object {
  const left = [
    ...(isCommand === true ? [] : onlyOfCommands),
    ...(id === 'receive' ? [] : onlyOfReceiving),
    ...(body?.kind === 'bytes' ? [] : onlyOfFiles),
  ];
  const kinds = (Object.keys(problemKinds) as ProblemKind[]).filter((kind) => !left.includes(kind));
  const statuses = [...new Set(kinds.map((kind) => problemKinds[kind].status))];
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: kinds
          .filter((kind) => problemKinds[kind].status === status)
          .map((kind) => `\`${kind}\`: ${problemKinds[kind].title}`)
          .join('. '),
        content: { [problemType]: { schema: referred('ProblemDetails') } },
      },
    ]),
  );
}
