/** A real SMTP server on 127.0.0.1 for tests: keeps what it gets, and misbehaves when told. */
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface MailServer {
  readonly url: string;
  /** Raw mails accepted. */
  readonly mails: string[];
  /** Drops every connection without a word. */
  hangUp(): void;
  close(): Promise<void>;
}

/** @param options handlers that replace the server's own, e.g. an `onData` that refuses */
export async function startMailServer(
  options: (mails: string[]) => SMTPServerOptions = () => ({}),
): Promise<MailServer> {
  const mails: string[] = [];
  const sockets = new Set<Socket>();
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    logger: false,
    onData: (stream, _session, answer) => {
      readAll(stream, (mail) => {
        mails.push(mail);
        answer();
      });
    },
    ...options(mails),
  });
  // A client that hangs up is part of these tests.
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    hangUp: () => sockets.forEach((socket) => socket.destroy()),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

export function readAll(stream: NodeJS.ReadableStream, done: (text: string) => void): void {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => done(Buffer.concat(chunks).toString('utf8')));
}

/** The error of a reply with this code, as the server library wants it. */
export function reply(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
