/** `npm run walk`: lives a rectification in a browser as each of its people. Exit code 1 when a step failed. */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runFromCommandLine, say } from '../chaos/world/command-line';
import { accounts, office } from './chapters/accounts';
import { beginning } from './chapters/beginning';
import { firstList } from './chapters/first-list';
import { lookingBack } from './chapters/looking-back';
import { publishing } from './chapters/publishing';
import { reception } from './chapters/reception';
import { secondFactor } from './chapters/second-factor';
import { signingOff } from './chapters/signing-off';
import { working } from './chapters/working';
import { startChromium } from './chromium';
import { startInstallation, type Installation } from './installation';
import { help, optionsOf, type Options } from './options';
import { openRecord } from './record';
import { createSteps, StepFailed, type Steps } from './steps';
import { createVisitors } from './visitors';
import { budget } from './tour/budget';
import { english } from './tour/english';
import { keyboard } from './tour/keyboard';
import { tour } from './tour/tour';
import type { Walk } from './walk';

/** The pages are looked at while there is most to see. */
const chapters = [
  office,
  firstList,
  accounts,
  secondFactor,
  reception,
  beginning,
  working,
  tour,
  english,
  budget,
  keyboard,
  signingOff,
  publishing,
  lookingBack,
];

async function main({ keep, screens, daySeconds }: Options): Promise<number> {
  const browser = await startChromium(process.env);
  try {
    const house = await startInstallation(process.env);
    const record = await openRecord(house.ledgerUrl);
    const visitors = createVisitors(browser, house.url);
    const pictures = screens ?? mkdtempSync(join(tmpdir(), 'zhenggai-walk-failed-'));
    mkdirSync(pictures, { recursive: true });
    const steps = createSteps(say, (who) => visitors.picture(who, pictures));
    try {
      await go({ house, visitors, record, steps, daySeconds, screens });
    } finally {
      await record.close();
      // Before the house, whose stop would wait for its live pages.
      await browser.close();
      await leave(house, steps, keep);
    }
    return failedOf(steps) === 0 ? 0 : 1;
  } finally {
    await browser.close();
  }
}

async function leave(house: Installation, steps: Steps, keep: boolean): Promise<void> {
  const failed = failedOf(steps);
  const isKept = keep || failed > 0;
  await house.stop(isKept);
  if (isKept) say(`\nThe installation is kept: ${house.home}`);
  say(`\n${steps.all().length} steps, ${failed} failed`);
}

async function go(walk: Walk): Promise<void> {
  try {
    for (const chapter of chapters) await chapter(walk);
  } catch (error) {
    // Said already; what comes after it rests on it.
    if (!(error instanceof StepFailed)) throw error;
  }
  const { steps, visitors } = walk;
  await steps.check(
    '浏览器',
    `${visitors.requests()} 个请求，没有一个离开本机，没有脚本出错`,
    () => {
      const strayed = visitors.strayed();
      return strayed.length === 0
        ? Promise.resolve()
        : Promise.reject(new Error(strayed.join('\n')));
    },
  );
}

const failedOf = (steps: Steps): number =>
  steps.all().filter(({ failure }) => failure !== null).length;

runFromCommandLine({ name: 'the walk', help, optionsOf, main });
