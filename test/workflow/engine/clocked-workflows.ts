import { condition, defineQuery, proxyActivities, setHandler, sleep } from '@temporalio/workflow';

const { tell } = proxyActivities<{ readonly tell: () => Promise<void> }>({
  startToCloseTimeout: '10 seconds',
});

/** Does one thing or another by its clock, as anybody may in a workflow. */
export async function clocked(): Promise<number> {
  const began = Date.now();
  let done = 0;
  setHandler(defineQuery<number>('done'), () => done);
  const wait = async (milliseconds: number): Promise<void> => {
    await sleep(milliseconds);
    await (Date.now() - began >= milliseconds ? tell() : sleep(1));
    done += 1;
  };
  void wait(2000);
  void wait(2500);
  await condition(() => done === 2);
  return done;
}
