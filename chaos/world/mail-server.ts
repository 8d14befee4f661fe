/** An SMTP server that keeps what it gets and misbehaves when told: one fault for one mail, in the order they were asked for. */
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { mailIn, type Delivered } from '../model/messages';

/** `killer` is called right after the server's yes has left. */
export type MailFault =
  'mailDeferred' | 'mailRefused' | 'mailHangs' | 'mailCut' | 'mailUnanswered' | 'killedAfterMail';

export interface MailServer {
  readonly url: string;
  /** Everything that was taken, whether or not the sender learnt of it. */
  readonly mails: readonly Delivered[];
  /** Those of them whose sender did not. */
  readonly unanswered: ReadonlySet<Delivered>;
  /** Resolves when a mail has met the fault; false when none came in time. */
  readonly misbehave: (fault: MailFault, within: number) => Promise<boolean>;
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly fault: MailFault;
  readonly met: () => void;
}

interface World {
  readonly keep: (source: string, answered: boolean) => void;
  readonly next: () => MailFault | null;
  readonly kill: () => void;
}

/** @param kill ends whoever may have sent the mail, at once */
export async function startMailServer(kill: () => void): Promise<MailServer> {
  const mails: Delivered[] = [];
  const unanswered = new Set<Delivered>();
  const waiting: Waiting[] = [];
  const sockets = new Set<Socket>();
  const world: World = {
    keep: (source, answered) => {
      const mail = { channel: 'email', at: Date.now(), ...mailIn(source) };
      mails.push(mail);
      if (!answered) unanswered.add(mail);
    },
    next: () => {
      const first = waiting.shift();
      first?.met();
      return first?.fault ?? null;
    },
    kill,
  };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
    converse(socket, world);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    unanswered,
    misbehave: (fault, within) =>
      new Promise((resolve) => {
        const entry = { fault, met: () => resolve(true) };
        waiting.push(entry);
        setTimeout(() => {
          if (waiting.includes(entry)) waiting.splice(waiting.indexOf(entry), 1);
          resolve(false);
        }, within).unref();
      }),
    close: () => {
      sockets.forEach((socket) => socket.destroy());
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** One session of the protocol: commands a line each, then the mail up to a lone dot. */
function converse(socket: Socket, world: World): void {
  let buffer = '';
  let inMail = false;
  let fault: MailFault | null = null;
  const say = (line: string): void => void socket.write(`${line}\r\n`);
  const onLine = (line: string): void => {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'DATA') {
      inMail = true;
      say('354 go on');
    } else if (verb === 'MAIL') {
      fault = world.next();
      if (fault === 'mailCut') socket.destroy();
      else say('250 ok');
    } else if (verb === 'RCPT' && fault === 'mailDeferred') say('451 later');
    else if (verb === 'QUIT') socket.end('221 bye\r\n');
    else say('250 ok');
  };
  say('220 chaos');
  socket.on('data', (chunk: Buffer) => {
    buffer += chunk.toString('utf8');
    for (;;) {
      const end = buffer.indexOf(inMail ? '\r\n.\r\n' : '\r\n');
      if (end === -1) return;
      const text = buffer.slice(0, end);
      buffer = buffer.slice(end + (inMail ? 5 : 2));
      if (!inMail) onLine(text);
      else {
        inMail = false;
        takeMail(socket, text.replaceAll('\r\n..', '\r\n.'), fault, world);
      }
    }
  });
}

function takeMail(socket: Socket, source: string, fault: MailFault | null, world: World): void {
  switch (fault) {
    case 'mailRefused':
      return void socket.write('550 no such person\r\n');
    case 'mailHangs':
      return;
    case 'mailUnanswered':
      world.keep(source, false);
      return void socket.destroy();
    case 'killedAfterMail':
      world.keep(source, true);
      return void socket.write('250 taken\r\n', () => world.kill());
    case 'mailDeferred':
    case 'mailCut':
    case null:
      world.keep(source, true);
      socket.write('250 taken\r\n');
  }
}
