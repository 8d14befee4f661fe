// The same record gives the same bytes: now and later, here and in another time zone; another record gives others.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { everyDocument, wordDocuments, workbooks } from './every-document';
import { sampleRecord } from './sample-record';
import { partOf } from './text-of';

interface Printed {
  readonly offset: number;
  readonly digests: Readonly<Record<string, string>>;
}

async function inZone(zone: string): Promise<Printed> {
  const env = { ...process.env, TZ: zone };
  const script = join(__dirname, 'digests.js');
  const { stdout } = await promisify(execFile)(process.execPath, [script], { env });
  return JSON.parse(stdout) as Printed;
}

/** Two processes that compile everything: long on a machine that others use too. */
const patience = 60_000;

describe('the same bytes', () => {
  it('come out again two seconds later', async () => {
    const make = () => Promise.all(Object.values(everyDocument).map((one) => one(sampleRecord)));
    const first = await make();
    await wait(2100);
    const second = await make();
    first.forEach((bytes, index) => expect(Buffer.compare(bytes, second[index] ?? bytes)).toBe(0));
  });

  it(
    'come out in another time zone and another process',
    async () => {
      const zones = ['Asia/Shanghai', 'America/Los_Angeles'].map(inZone);
      const [here, there] = (await Promise.all(zones)) as [Printed, Printed];
      expect(here.offset).not.toBe(there.offset);
      expect(there.digests).toEqual(here.digests);
    },
    patience,
  );

  it('come out for an equal record that is another object', async () => {
    const copy = structuredClone(sampleRecord);
    for (const make of Object.values(everyDocument))
      expect(Buffer.compare(await make(copy), await make(sampleRecord))).toBe(0);
  });
});

describe('the head of the journal', () => {
  const grown = { ...sampleRecord, journal: { lines: 483, hash: 'e5d2'.padEnd(64, '1') } };

  it.each(Object.keys(everyDocument))('changes %s when it moves', async (name) => {
    const make = everyDocument[name];
    if (make === undefined) throw new Error(name);
    expect(Buffer.compare(await make(grown), await make(sampleRecord))).not.toBe(0);
  });

  it('stands at the foot of Word documents and workbooks', async () => {
    for (const make of [...Object.values(wordDocuments), ...Object.values(workbooks)]) {
      const files = Object.values(unzipSync(await make(sampleRecord)));
      const feet = files.map((bytes) => Buffer.from(bytes).toString('utf8'));
      expect(feet.some((xml) => xml.includes('据流转记录第482条'))).toBe(true);
      expect(feet.some((xml) => xml.includes('核验码3fa91c0b77de'))).toBe(true);
    }
  });

  it('stands in the properties, with the dates of the record', async () => {
    for (const make of [...Object.values(wordDocuments), ...Object.values(workbooks)]) {
      const core = partOf(await make(sampleRecord), 'docProps/core.xml');
      expect(core).toContain(`journal:482:${sampleRecord.journal.hash}`);
      expect(core).toContain('>2026-09-10T00:00:00Z</dcterms:created>');
      expect(core).not.toMatch(/Un-named|ExcelJS/);
    }
  });
});
