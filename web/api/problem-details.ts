/** Errors as RFC 9457 has them: every answer that is none says why in one form. */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { FieldFault, Refused } from '../../engine/core';

/** What can be wrong, by the last part of the problem's `type`; its status and its title. */
export const problemKinds = {
  'not-signed-in': { status: 401, title: 'No valid token' },
  'not-allowed': { status: 403, title: 'Not allowed' },
  'scope-missing': { status: 403, title: 'The token lacks the scope' },
  'not-found': { status: 404, title: 'There is no such thing, or you may not see it' },
  invalid: { status: 400, title: 'The request is not as described' },
  refused: { status: 409, title: 'Refused' },
  differs: { status: 409, title: 'What is there differs' },
  'too-large': { status: 413, title: 'Too large' },
  'too-often': { status: 429, title: 'Too often' },
  'file-refused': { status: 422, title: 'The file is not taken' },
  failed: { status: 500, title: 'Something went wrong' },
  unknown: { status: 503, title: 'It may or may not have been applied' },
  away: { status: 503, title: 'What is needed does not answer' },
} as const satisfies Readonly<
  Record<string, { readonly status: ContentfulStatusCode; readonly title: string }>
>;
export type ProblemKind = keyof typeof problemKinds;

export interface MoreOfProblem {
  /** What is wrong with which field, by its dotted path. */
  readonly errors?: readonly Pick<FieldFault, 'path' | 'code' | 'expected'>[];
  /** Of a refusal: the reasons, in words, and the events that this sender can send now. */
  readonly why?: Refused['why'];
  readonly accepts?: Refused['accepts'];
  /** Send it again under this id: it is applied once. */
  readonly commandId?: string;
  readonly requestId?: string;
  /** Seconds. */
  readonly retryAfter?: number;
}

/** Thrown by whatever answers; becomes the answer in one place. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly kind: ProblemKind;
  readonly more: MoreOfProblem;

  constructor(kind: ProblemKind, detail: string, more: MoreOfProblem = {}) {
    super(detail);
    this.kind = kind;
    this.more = more;
  }
}

export const problemType = 'application/problem+json';

export function problemAnswer(c: Context, { kind, message, more }: ApiProblem): Response {
  const { status, title } = problemKinds[kind];
  if (status === 401) c.header('www-authenticate', 'Bearer realm="zhenggai"');
  if (status === 503) c.header('retry-after', '5');
  if (more.retryAfter !== undefined) c.header('retry-after', String(more.retryAfter));
  c.header('content-type', problemType);
  const body = { type: `/api#${kind}`, title, status, detail: message, ...more };
  return c.body(JSON.stringify(body), status);
}
