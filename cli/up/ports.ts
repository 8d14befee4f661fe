/** The ports of the embedded system: those asked for, else those of last time, else the first free ones. */
import { createServer } from 'node:net';
import { CliFailure } from '../command';
import { readJson, writeJson } from './write-whole';

export interface Ports {
  /** gRPC: what workers and clients talk to. */
  readonly grpc: number;
  readonly ui: number;
  /** Our own pages. */
  readonly web: number;
}

const usual: Ports = { grpc: 7233, ui: 8233, web: 8080 };

const titles = { grpc: 'Temporal 服务', ui: 'Temporal 页面', web: '整改页面' } as const;
const options = { grpc: '--port', ui: '--ui-port', web: '--web-port' } as const;

export interface Chosen {
  readonly ports: Ports;
  /** What a person should know: a port that had to change. */
  readonly notes: readonly string[];
}

/** @throws CliFailure when a port that was asked for is taken, or none is free */
export async function choosePorts(file: string, asked: Partial<Ports>): Promise<Chosen> {
  const before = readJson<Ports>(file);
  const grpc = await choose('grpc', asked.grpc, before?.grpc, []);
  const ui = await choose('ui', asked.ui, before?.ui, [grpc.port]);
  const web = await choose('web', asked.web, before?.web, [grpc.port, ui.port]);
  const ports = { grpc: grpc.port, ui: ui.port, web: web.port };
  writeJson(file, ports);
  return { ports, notes: [...grpc.notes, ...ui.notes, ...web.notes] };
}

interface Choice {
  readonly port: number;
  readonly notes: readonly string[];
}

async function choose(
  name: keyof Ports,
  asked: number | undefined,
  before: number | undefined,
  taken: readonly number[],
): Promise<Choice> {
  if (asked !== undefined) {
    if (!taken.includes(asked) && (await isFree(asked))) return { port: asked, notes: [] };
    throw new CliFailure(
      `端口 ${asked}（${titles[name]}）已被别的程序占用。请用 ${options[name]} 换一个，或不写，由程序自选。`,
    );
  }
  const wanted = before ?? usual[name];
  const port = await firstFree(wanted, taken);
  const note = `端口 ${wanted} 已被占用，${titles[name]}改用 ${port}`;
  return { port, notes: port === wanted ? [] : [note] };
}

async function firstFree(from: number, taken: readonly number[]): Promise<number> {
  for (let port = from; port < Math.min(from + 200, 65_536); port += 1)
    if (!taken.includes(port) && (await isFree(port))) return port;
  throw new CliFailure(
    `从 ${from} 起的 200 个端口都被占用，请用 --port、--ui-port 和 --web-port 指定空闲端口。`,
  );
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () =>
      probe.close(() => resolve(true)),
    );
  });
}
