/** Messages as people got them, read back: who was told what of which problem through which channel. */

/** A message as a channel delivered it. */
export interface Delivered {
  readonly channel: string;
  /** The idempotency key that came with it. */
  readonly key: string;
  /** When it was delivered, real milliseconds; a file's is not asked. */
  readonly at: number;
  readonly text: string;
}

/** One item of a message; several whys where reminders of the past were merged into one. */
export interface Told {
  readonly channel: string;
  readonly key: string;
  readonly at: number;
  readonly rectification: string;
  readonly person: string;
  /** Null: the rectification as a whole. */
  readonly seq: number | null;
  readonly why: string;
  /** What was missed and is named here, in one line; empty where nothing was. */
  readonly missed: string;
}

/** A killed sender may have had the yes of the channel for so long, ms, without having written it down. */
const noticing = 2000;

/** Whether one of the kills, instants in ms, came before a message's sender can have written down that it was taken. */
export function killedBeforeNoting(kills: readonly number[]): (message: Told) => boolean {
  return ({ at }) => kills.some((kill) => kill >= at && kill <= at + noticing);
}

export function toldIn(message: Delivered): readonly Told[] {
  const { channel, key, at, text } = message;
  const [, rectification = '', person = ''] = key.split('/');
  const [, ...items] = text.replaceAll('\r\n', '\n').split(/\n\n(?=\d+\.【)/);
  return items.map((item) => {
    const seq = /】问题(\d+)/.exec(item)?.[1];
    return {
      ...{ channel, key, at, rectification, person },
      seq: seq === undefined ? null : Number(seq),
      why: field(item, '情况'),
      missed: field(item, '此前应提醒'),
    };
  });
}

function field(item: string, name: string): string {
  return new RegExp(`^ *${name}：(.*)$`, 'm').exec(item)?.[1] ?? '';
}

/** A mail's key and text from its source. */
export function mailIn(source: string): { readonly key: string; readonly text: string } {
  const end = source.indexOf('\r\n\r\n');
  const head = source.slice(0, end).replace(/\r\n[ \t]+/g, ' ');
  const header = (name: string): string =>
    new RegExp(`^${name}: *(.*)$`, 'im').exec(head)?.[1]?.trim() ?? '';
  const body = source.slice(end + 4);
  const encoding = header('Content-Transfer-Encoding').toLowerCase();
  return { key: header('X-Zhenggai-Key'), text: decoded(body, encoding) };
}

function decoded(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return body;
  const bytes = body
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** A file of the outbox. */
export function outboxMessage(file: string): Delivered {
  const key = /^key: (.*)$/m.exec(file)?.[1] ?? '';
  return { channel: 'outbox', key, at: 0, text: file };
}
