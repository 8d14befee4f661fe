/** One thing that the API does: how it is described, and how it is done. Routes and document both come of it. */
import type { z } from 'zod';
import type { WebContext, WebDeps } from '../web-env';
import type { Caller } from './caller';
import type { JsonSchema } from './field-schema';
import type { Scope } from './scopes';
import type { SchemaName } from './schemas';

export interface Operation {
  readonly id: string;
  readonly method: 'get' | 'post';
  /** As OpenAPI writes it: `/problems/{seq}`. */
  readonly path: string;
  readonly summary: string;
  readonly tag: Tag;
  /** Null: whoever is known at all. */
  readonly scope: Scope | null;
  /** Query parameters, each checked before `answer` is called. */
  readonly query?: z.ZodObject;
  readonly body?: Body;
  readonly answers: Answers;
  /** A command: `Idempotency-Key` is its id. */
  readonly isCommand?: true;
  /** @throws ApiProblem for every answer that is none */
  readonly answer: (call: Call) => Promise<Response>;
}

export const tags = ['account', 'rectifications', 'problems', 'evidence', 'operations'] as const;
type Tag = (typeof tags)[number];

export type Body =
  /** Bytes of any kind. */
  { readonly kind: 'bytes' } | { readonly kind: 'json'; readonly schema: JsonSchema };

export type Answers =
  | { readonly kind: 'one' | 'page'; readonly of: SchemaName }
  | { readonly kind: 'events' | 'bytes' | 'document' };

export interface Call {
  readonly c: WebContext;
  readonly deps: WebDeps;
  readonly caller: Caller;
  /** As `query` reads them. */
  readonly query: Readonly<Record<string, unknown>>;
  readonly path: (name: string) => string;
}
