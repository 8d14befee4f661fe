/**
 * Payloads made readable for the Temporal UI and command line, as Temporal's remote codec protocol has it: `POST …/decode` and
 * `POST …/encode` with `{ payloads }` as protobuf JSON. Fetch in, fetch out: any server can mount it.
 */
import { defaultPayloadConverter, type Payload, type PayloadCodec } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import { codecWords } from './words';

const { Payloads } = temporal.api.common.v1;
const words = codecWords.server;

export interface CodecServerOptions {
  readonly codec: PayloadCodec;
  /** Where the Temporal UI is, e.g. `http://127.0.0.1:8233`: pages from elsewhere are answered nothing. */
  readonly origins: readonly string[];
  /** Whether whoever asks may read and write everything in the namespace. */
  readonly authorised: (request: Request) => Promise<boolean>;
}

/** As much as Temporal takes in one call, in base64, and room for the rest. */
const largest = 8 * 1024 * 1024;

/** Answers in JSON whatever comes. Throws only what `authorised` throws. */
export function createCodecServer(
  options: CodecServerOptions,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const origin = request.headers.get('origin');
    if (origin !== null && !options.origins.includes(origin)) return said(403, words.foreign);
    const answer = await answerTo(request, options);
    for (const [name, value] of Object.entries(headersFor(origin))) answer.headers.set(name, value);
    return answer;
  };
}

async function answerTo(request: Request, options: CodecServerOptions): Promise<Response> {
  const { codec, authorised } = options;
  if (request.method === 'OPTIONS') return new Response(null, { status: 204 });
  const [action] = /(encode|decode)$/.exec(new URL(request.url).pathname) ?? [];
  if (action === undefined) return said(404, words.unknown);
  if (request.method !== 'POST') return said(405, words.unknown);
  if (!(await authorised(request))) return said(401, words.signIn);
  const payloads = await payloadsOf(request);
  if (!Array.isArray(payloads)) return payloads;
  const done = action === 'encode' ? codec.encode(payloads) : decodedEach(codec, payloads);
  return Response.json(Payloads.toObject(Payloads.create({ payloads: await done }), asJson));
}

/** Bytes as base64 are protobuf's own JSON. */
const asJson = { bytes: String, defaults: false } as const;

/** For a page of the UI that shows our answer, with the cookies of its sign-in. */
function headersFor(origin: string | null): Readonly<Record<string, string>> {
  const always = {
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    vary: 'origin',
  };
  if (origin === null) return always;
  return {
    ...always,
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-allow-methods': 'POST, OPTIONS',
    'access-control-allow-headers':
      'content-type, x-namespace, authorization, authorization-extras, caller-type',
    'access-control-max-age': '600',
  };
}

async function payloadsOf(request: Request): Promise<Payload[] | Response> {
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? ''))
    return said(415, words.notJson);
  const body = await request.text();
  if (body.length > largest) return said(413, words.tooLarge);
  try {
    return Payloads.fromObject(JSON.parse(body) as Record<string, unknown>).payloads;
  } catch {
    return said(400, words.notPayloads);
  }
}

/** One that cannot be read says why in its place: the others on the same page are read all the same. */
function decodedEach(codec: PayloadCodec, payloads: readonly Payload[]): Promise<Payload[]> {
  return Promise.all(
    payloads.map(async (payload) => {
      try {
        const [decoded] = await codec.decode([payload]);
        return decoded ?? payload;
      } catch (error) {
        return defaultPayloadConverter.toPayload(
          error instanceof Error ? error.message : String(error),
        );
      }
    }),
  );
}

function said(status: number, message: string): Response {
  return Response.json({ message }, { status });
}
