/** The provider of provider-program.js, and somebody who signs in there with a browser. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import type { SingleSignOn } from '../../../../web';

export interface RunningProvider {
  readonly setting: SingleSignOn;
  /** Signs in under a name, agrees, and is sent back. @returns where to */
  readonly signIn: (url: string, name: string) => Promise<URL>;
  readonly stop: () => Promise<void>;
}

export async function startProvider(redirectUri: string): Promise<RunningProvider> {
  const program = join(__dirname, 'provider-program.js');
  const child = spawn(process.execPath, [program, redirectUri], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const [issuer = ''] = await new Promise<readonly string[]>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) => resolve([line]));
    child.once('exit', (code) => reject(new Error(`the provider has ended with ${code}`)));
  });
  const setting = {
    name: '统一身份认证',
    issuer,
    clientId: 'zhenggai',
    clientSecret: 's'.repeat(32),
  };
  return {
    setting,
    signIn: (url, name) => signIn(url, name, issuer),
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
}

async function signIn(url: string, name: string, issuer: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let [at, form] = [new URL(url), null as URLSearchParams | null];
  for (let pages = 0; pages < 12 && at.origin === issuer; pages += 1) {
    const answer = await fetch(at, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([key, value]) => `${key}=${value}`).join('; ') },
      ...(form === null ? {} : { method: 'POST', body: form }),
    });
    for (const set of answer.headers.getSetCookie()) {
      const [key = '', value = ''] = (set.split(';')[0] ?? '').split('=');
      cookies.set(key, value);
    }
    const to = answer.headers.get('location');
    const page = await answer.text();
    if (to === null && !page.includes('name="prompt"'))
      throw new Error(`${answer.status} ${page.slice(0, 500)}`);
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? '';
    form = to === null ? new URLSearchParams({ prompt, login: name, password: 'x' }) : null;
    at = new URL(to ?? at, at);
  }
  return at;
}
