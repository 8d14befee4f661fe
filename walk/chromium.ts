/** Where this machine's Chromium is. */
import { existsSync } from 'node:fs';
import { chromium as driver, type Browser } from 'playwright-core';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Null where there is none. CHROMIUM_PATH goes before the usual places. */
export function chromiumPath(env: NodeJS.ProcessEnv): string | null {
  const named = env['CHROMIUM_PATH'] ?? '';
  return (named === '' ? usualPlaces : [named]).find((path) => existsSync(path)) ?? null;
}

/** @throws Error that says how to get one */
export async function startChromium(env: NodeJS.ProcessEnv): Promise<Browser> {
  const executablePath = chromiumPath(env);
  if (executablePath === null)
    throw new Error(
      'No Chromium was found. Install one (Debian: apt-get install chromium fonts-noto-cjk), or say with CHROMIUM_PATH where it is.',
    );
  return driver.launch({
    executablePath,
    args: ['--lang=zh-CN', ...sandbox()],
    env: { ...env, LANGUAGE: 'zh_CN' },
  });
}

/** As root it starts only without its sandbox. */
function sandbox(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
