// Five hundred problems with ordinary texts: every document in less than five seconds of a processor. Not by the clock: others
// use the machine too.
import { threadSeconds } from '../../thread-seconds';
import { everyDocument } from './every-document';
import { sampleProblems } from './sample-problems';
import { sampleRecord } from './sample-record';

const problems = Array.from({ length: 500 }, (_, index) => ({
  ...(sampleProblems[index % sampleProblems.length] ?? sampleProblems.slice(0, 1)),
  seq: index + 1,
}));
const record = { ...sampleRecord, problems } as typeof sampleRecord;

describe('five hundred problems', () => {
  it.each(Object.entries(everyDocument))(
    'take %s less than five seconds',
    async (_name, make) => {
      const before = threadSeconds();
      expect((await make(record)).length).toBeGreaterThan(1000);
      expect(threadSeconds() - before).toBeLessThan(5);
    },
    60_000,
  );
});
