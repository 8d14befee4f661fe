import { createServer, type AddressInfo, type Socket } from 'node:net';
import type { SMTPServerOptions } from 'smtp-server';
import { DeliveryFailed, DeliveryRefused } from '../../../../activities/channels/delivery-errors';
import { createSmtp } from '../../../../activities/channels/smtp';
import { SmtpConfigError } from '../../../../activities/channels/smtp-options';
import { readAll, reply, startMailServer, type MailServer } from './mail-server';
import { at, filesBelow, message, temporaryFolder } from './message';

const servers: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(options?: (mails: string[]) => SMTPServerOptions): Promise<MailServer> {
  const server = await startMailServer(options);
  servers.push(server);
  return server;
}

const smtp = (url: string, sentFolder = temporaryFolder(), timeoutMs = 4_000) =>
  createSmtp({ url, from: '整改办 <zgb@example.org>', sentFolder, now: () => at, timeoutMs });

const header = (mail: string, name: string): string | undefined =>
  new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'im').exec(mail)?.[1];

/** `=?UTF-8?B?…?=` and `=?UTF-8?Q?…?=` words as text. */
function decoded(words = ''): string {
  const parts = [...words.matchAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi)];
  const bytes = parts.map(([, kind, text = '']) =>
    kind?.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : unquoted(text.replaceAll('_', ' ')),
  );
  return Buffer.concat(bytes).toString('utf8');
}

const unquoted = (text: string): Buffer =>
  Buffer.from(
    text
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  );

function body(mail: string): string {
  const [, ...rest] = mail.split('\r\n\r\n');
  const text = rest.join('\r\n\r\n');
  const encoding = header(mail, 'Content-Transfer-Encoding');
  const bytes = encoding === 'base64' ? Buffer.from(text, 'base64') : unquoted(text);
  return bytes.toString('utf8').replaceAll('\r\n', '\n');
}

describe('a server that takes the mail', () => {
  test('gets subject, text and names in Chinese as they are', async () => {
    const server = await serve();
    const delivery = await smtp(server.url).send(message());
    expect(delivery).toMatchObject({ key: message().key, channel: 'email', outcome: 'sent', at });
    expect(delivery.detail).toMatch(/^250 /);
    const [mail = ''] = server.mails;
    expect(decoded(header(mail, 'Subject'))).toBe('【整改提醒】1项临近（云川县水务局）');
    expect(body(mail).trim()).toBe('张伟同志：\n\n距整改时限还有3天。');
    expect(decoded(header(mail, 'From'))).toBe('整改办');
    expect(header(mail, 'To')).toMatch(/<zhang@example\.org>$/);
    expect(decoded(header(mail, 'X-Zhenggai-Key'))).toContain('云川');
  });

  test('gets the same Message-ID for the same key and another for another', async () => {
    const server = await serve();
    await smtp(server.url).send(message());
    await smtp(server.url).send(message());
    await smtp(server.url).send(message({ key: 'other' }));
    const ids = server.mails.map((mail) => header(mail, 'Message-ID'));
    expect(ids[0]).toMatch(/^<[0-9a-f]{16}\.zhenggai@example\.org>$/);
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  test('sees red as important', async () => {
    const server = await serve();
    await smtp(server.url).send(message({ red: true }));
    expect(header(server.mails[0] ?? '', 'Importance')).toBe('High');
  });

  test('gets no header that a name, a key or a subject smuggles in', async () => {
    const server = await serve();
    const evil = '甲\r\nBcc: evil@example.org\r\n\r\nx';
    const to = { ...message().to, name: evil };
    await smtp(server.url).send(message({ key: evil, subject: evil, to }));
    expect(header(server.mails[0] ?? '', 'Bcc')).toBeUndefined();
  });

  test('gets one mail for one key across a restart, and the answer is the first', async () => {
    const server = await serve();
    const folder = temporaryFolder();
    const first = await smtp(server.url, folder).send(message());
    expect(await smtp(server.url, folder).send(message())).toEqual({
      ...first,
      outcome: 'alreadySent',
    });
    expect(server.mails).toHaveLength(1);
    expect(await filesBelow(folder)).toEqual([expect.stringMatching(/^2026-11-23\/.*\.json$/)]);
  });

  test('gets one mail for two sends of one key at once', async () => {
    const server = await serve();
    const channel = smtp(server.url);
    const both = await Promise.all([channel.send(message()), channel.send(message())]);
    expect(both.map(({ outcome }) => outcome)).toEqual(['sent', 'alreadySent']);
    expect(server.mails).toHaveLength(1);
  });
});

describe('a server that says no', () => {
  test('for now (451) is tried again, and then has it', async () => {
    let refusals = 1;
    const server = await serve((mails) => ({
      onData: (stream, _session, answer) =>
        readAll(stream, (mail) => {
          if (refusals > 0) {
            refusals -= 1;
            return answer(reply(451, 'try again later'));
          }
          mails.push(mail);
          return answer();
        }),
    }));
    const channel = smtp(server.url);
    await expect(channel.send(message())).rejects.toThrow(DeliveryFailed);
    expect(await channel.send(message())).toMatchObject({ outcome: 'sent' });
    expect(server.mails).toHaveLength(1);
  });

  test('to a full mailbox for now (452) may be tried again', async () => {
    const server = await serve(() => ({
      onRcptTo: (_address, _session, answer) => answer(reply(452, 'mailbox full')),
    }));
    await expect(smtp(server.url).send(message())).rejects.toThrow(DeliveryFailed);
  });

  test('to the address for good (550) is not tried again', async () => {
    const server = await serve(() => ({
      onRcptTo: (_address, _session, answer) => answer(reply(550, 'no such user')),
    }));
    const folder = temporaryFolder();
    const error = await smtp(server.url, folder)
      .send(message())
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(DeliveryRefused);
    expect(error).toMatchObject({
      facts: { channel: 'email', key: message().key, person: 'zhang-wei' },
      message: expect.stringMatching(
        /^渠道“email”拒收发给zhang-wei的消息，重试无用，请核对地址：.*550 no such user$/,
      ),
    });
    expect(await filesBelow(folder)).toEqual([]);
  });

  test('to the content for good (554) is not tried again', async () => {
    const server = await serve(() => ({
      onData: (stream, _session, answer) =>
        readAll(stream, () => answer(reply(554, 'looks like spam'))),
    }));
    await expect(smtp(server.url).send(message())).rejects.toThrow(DeliveryRefused);
  });

  test('to the password (535) may be tried again, and the error does not show it', async () => {
    const server = await serve(() => ({
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: (_auth, _session, answer) => answer(reply(535, 'authentication failed')),
    }));
    const url = server.url.replace('smtp://', 'smtp://zgb:geheim123@');
    const error = await smtp(url)
      .send(message())
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(DeliveryFailed);
    expect(JSON.stringify([error, String(error)])).not.toContain('geheim123');
  });

  test('an address that is none is not tried again', async () => {
    const server = await serve();
    const to = { ...message().to, address: '不是地址' };
    await expect(smtp(server.url).send(message({ to }))).rejects.toThrow(DeliveryRefused);
  });
});

describe('a server that fails', () => {
  /** A plain socket server that talks, or not, by hand. */
  async function talk(onConnection: (socket: Socket) => void): Promise<string> {
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      onConnection(socket);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    servers.push({
      close: () => {
        sockets.forEach((socket) => socket.destroy());
        return new Promise((resolve) => server.close(() => resolve()));
      },
    });
    return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  test('by never greeting is given up in time and may be tried again', async () => {
    const url = await talk(() => undefined);
    const before = performance.now();
    await expect(smtp(url, temporaryFolder(), 600).send(message())).rejects.toThrow(DeliveryFailed);
    expect(performance.now() - before).toBeLessThan(3_000);
  });

  test('by hanging after the mail is given up in time and may be tried again', async () => {
    const server = await serve(() => ({ onData: (stream) => void stream.resume() }));
    const before = performance.now();
    const sending = smtp(server.url, temporaryFolder(), 600).send(message());
    await expect(sending).rejects.toThrow(DeliveryFailed);
    expect(performance.now() - before).toBeLessThan(3_000);
  });

  test('by dripping its greeting without end is given up when the whole attempt is over time', async () => {
    const url = await talk((socket) => {
      const drip = setInterval(() => socket.write('220-wait\r\n'), 50);
      socket.on('close', () => clearInterval(drip));
    });
    const before = performance.now();
    await expect(smtp(url, temporaryFolder(), 600).send(message())).rejects.toThrow(DeliveryFailed);
    expect(performance.now() - before).toBeLessThan(3_000);
  });

  test('by hanging up after the mail is tried again under the same Message-ID', async () => {
    const folder = temporaryFolder();
    const cut: MailServer = await serve((mails) => ({
      onData: (stream) =>
        readAll(stream, (mail) => {
          mails.push(mail);
          cut.hangUp();
        }),
    }));
    await expect(smtp(cut.url, folder).send(message())).rejects.toThrow(DeliveryFailed);
    const server = await serve();
    expect(await smtp(server.url, folder).send(message())).toMatchObject({ outcome: 'sent' });
    const ids = [...cut.mails, ...server.mails].map((mail) => header(mail, 'Message-ID'));
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe(ids[1]);
  });

  test('by not being there may be tried again', async () => {
    const server = await startMailServer();
    await server.close();
    await expect(smtp(server.url).send(message())).rejects.toThrow(DeliveryFailed);
  });
});

test.each(['', 'mail.example.org', 'http://mail.example.org', 'smtp//x'])(
  'settings with the URL %j are refused at start',
  (url) => {
    expect(() => smtp(url)).toThrow(SmtpConfigError);
  },
);

test('a sender without an address is refused at start', () => {
  const options = { url: 'smtp://mail.example.org', sentFolder: 'unused', now: () => at };
  expect(() => createSmtp({ ...options, from: '整改办' })).toThrow(SmtpConfigError);
});
