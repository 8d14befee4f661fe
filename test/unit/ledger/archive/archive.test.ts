import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  ArchiveRefused,
  CannotPack,
  checkBackup,
  createEvidenceFolder,
  LedgerNotEmpty,
  RectificationDiffers,
  type EvidenceStore,
} from '../../../../ledger';
import { carriedTables, fleetingTables } from '../../../../ledger/archive/contents';
import { derivedTables } from '../../../../ledger/derived/again';
import { onEachDatabase } from '../databases';
import { line, openTestLedger, type Opened } from '../open';
import { allOf, fill, somebody, someFiles, type Files } from './record';

const tell = (): void => undefined;
const now = '2026-11-23T01:00:00.000Z';

onEachDatabase((database) => {
  let here: Opened;
  let there: Opened;
  let files: Files;
  let folder: string;
  let elsewhere: EvidenceStore;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zhenggai-archive-'));
    files = await someFiles(join(folder, 'evidence'));
    here = await openTestLedger(database);
    await fill(here, files);
    there = await openTestLedger(database);
  }, 120_000);
  beforeEach(async () => {
    elsewhere = createEvidenceFolder(mkdtempSync(join(folder, 'elsewhere-')));
    await there.behindItsBack(
      `truncate chains, workflows, journal, deliveries, documents, author_parts, refusals, drafts, accounts, audit,
        feeds, tokens, people, texts cascade`,
    );
  });
  afterAll(async () => {
    await here.close();
    await there.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const at = (name: string): string => join(folder, `${name}.tar.gz`);
  const write = (name: string, rectification: string | null = null, from = here) =>
    from.ledger.archives.write({
      ...{ file: at(name), rectification, evidence: files.store, now, tell },
    });
  const restore = async (name: string, { force = false, evidence = elsewhere } = {}) => {
    const manifest = await checkBackup(at(name), 'backup', tell);
    const restoring = { file: at(name), manifest, force, evidence, tell };
    return there.ledger.archives.restore(restoring);
  };
  const unpack = async (name: string) => {
    const manifest = await checkBackup(at(name), 'pack', tell);
    const unpacking = { file: at(name), manifest, evidence: elsewhere, tell };
    return there.ledger.archives.unpack(unpacking);
  };
  const heads = async ({ ledger }: Opened) => (await ledger.verify()).rectifications;

  test('a backup restored elsewhere has every row, what is derived and every file as they were', async () => {
    const { manifest, archive } = await write('backup');
    expect(manifest).toMatchObject({
      tables: { journal: 9, workflows: 4, deliveries: 2, documents: 2, refusals: 2 },
      evidence: { files: 2, missing: [], altered: [] },
      faults: [],
    });
    expect(archive.bytes).toBe(readFileSync(at('backup')).length);
    await restore('backup');
    expect(await allOf(there)).toEqual(await allOf(here));
    for (const { sha256 } of [files.contract, files.spare])
      expect(await elsewhere.check(sha256)).toBe('whole');
    expect(await there.ledger.verify()).toMatchObject({ lines: 9, faults: [] });
  });

  test('every table is carried, derived again, or ends', async () => {
    const tables = await here.behindItsBack(
      `select tablename as name from pg_tables where schemaname = current_schema() order by 1`,
    );
    const known = ['ledger_migrations', ...carriedTables, ...derivedTables, ...fleetingTables];
    expect(tables).toEqual(known.sort().map((name) => ({ name })));
  });

  test('whoever had an account has it again; nobody is signed in any more, not by a session, a link or a token', async () => {
    await write('backup');
    await somebody(there, 'zhang-wei');
    await restore('backup', { force: true });
    const count = (table: string) => there.behindItsBack(`select count(*)::int from ${table}`);
    for (const table of ['accounts', 'credentials', 'second_factors', 'grants', 'audit', 'drafts'])
      expect([table, await count(table)]).toEqual([table, [{ count: 1 }]]);
    for (const table of fleetingTables)
      expect([table, await count(table)]).toEqual([table, [{ count: 0 }]]);
  });

  test('what comes after a restored line follows it', async () => {
    await restore('backup');
    await there.ledger.append('problem/r/1', [line(6)]);
    expect(await there.ledger.verify()).toMatchObject({ lines: 10, faults: [] });
  });

  test('a ledger that has anything is not restored over, unless it is said to', async () => {
    await there.ledger.append('problem/x/1', [line(1)]);
    const before = await allOf(there);
    await expect(restore('backup')).rejects.toThrow(LedgerNotEmpty);
    expect(await allOf(there)).toEqual(before);
    await restore('backup', { force: true });
    expect(await allOf(there)).toEqual(await allOf(here));
  });

  test('a restoring that is interrupted leaves the ledger as it was', async () => {
    await there.ledger.append('problem/x/1', [line(1)]);
    const before = await allOf(there);
    const evidence = { ...elsewhere, putBack: () => Promise.reject(new Error('power cut')) };
    await expect(restore('backup', { force: true, evidence })).rejects.toThrow('power cut');
    expect(await allOf(there)).toEqual(before);
  });

  test('an archive whose content is changed, or that is cut off anywhere, is refused before anything is touched', async () => {
    const whole = readFileSync(at('backup'));
    const step = Math.ceil(whole.length / 40);
    const places = Array.from(
      { length: Math.ceil((whole.length - 20) / step) },
      (_, index) => 20 + index * step,
    );
    const wounded = places
      .flatMap((place) => [changedAt(whole, place), whole.subarray(0, place)])
      .filter((bytes) => !isSameUnpacked(bytes, whole));
    expect(wounded.length).toBeGreaterThan(60);
    for (const bytes of wounded) {
      writeFileSync(at('wounded'), bytes);
      await expect(restore('wounded')).rejects.toThrow(ArchiveRefused);
    }
    expect(readdirSync(elsewhere.place)).toEqual([]);
    expect((await allOf(there))['chains']).toEqual([]);
  });

  test('evidence that is gone or altered is left out and named', async () => {
    const broken: Files['store'] = {
      ...files.store,
      check: (sha256, told) =>
        sha256 === files.contract.sha256
          ? Promise.resolve('missing')
          : sha256 === files.spare.sha256
            ? Promise.resolve('altered')
            : files.store.check(sha256, told),
    };
    const { manifest } = await here.ledger.archives.write({
      ...{ file: at('broken'), rectification: null, evidence: broken, now, tell },
    });
    expect(manifest.evidence).toEqual({
      ...{ files: 0, bytes: 0, missing: [files.contract.sha256], altered: [files.spare.sha256] },
    });
  });

  test('what cannot be written leaves nothing behind', async () => {
    const evidence = { ...files.store, open: () => Promise.reject(new Error('no such disk')) };
    const writing = here.ledger.archives.write({
      ...{ file: at('half'), rectification: null, evidence, now, tell },
    });
    await expect(writing).rejects.toThrow('no such disk');
    expect(readdirSync(folder).filter((name) => name.startsWith('half'))).toEqual([]);
    // Its transaction is over: the embedded database would answer nobody else.
    expect(await here.ledger.counts()).toHaveLength(2);
  });

  test('a record that was not whole is restored as it was, and not packed', async () => {
    await restore('backup');
    const where = `workflow = 'problem/r/1' and sequence = 3`;
    await there.behindItsBack(
      `update journal set text = replace(text, '第3次', '第2次') where ${where}`,
    );
    const { manifest } = await write('altered', null, there);
    const fault = { kind: 'altered', rectification: 'r', workflow: 'problem/r/1', sequence: 3 };
    expect(manifest.faults).toEqual([fault]);
    const { texts: _derived, ...before } = await allOf(there);
    await restore('altered', { force: true });
    expect(await allOf(there)).toMatchObject(before);
    expect((await there.ledger.verify()).faults).toEqual([fault]);
    await expect(write('pack-altered', 'r', there)).rejects.toMatchObject({ fault });
    await expect(write('pack-none', 'nobody', there)).rejects.toThrow(CannotPack);
    expect(existsSync(at('pack-altered'))).toBe(false);
  });

  test('a rectification packed here and unpacked there has the same head, and all that belongs to it', async () => {
    const { manifest } = await write('pack', 'r');
    expect(manifest).toMatchObject({
      tables: { chains: 1, journal: 8, workflows: 3, deliveries: 1, documents: 1, refusals: 1 },
      evidence: { files: 1 },
    });
    await there.ledger.append('problem/x/1', [line(1)]);
    const added = { journal: 8, deliveries: 1, documents: 1, author_parts: 1, refusals: 1 };
    expect(await unpack('pack')).toEqual({ before: 0, added });
    const [own] = await heads(here);
    expect((await heads(there)).find(({ rectification }) => rectification === 'r')).toEqual(own);
    expect((await there.ledger.verify()).faults).toEqual([]);
    expect((await there.ledger.evidence('problem/r/1')).map(({ name }) => name)).toEqual([
      '合同.pdf',
    ]);
    expect(await elsewhere.check(files.contract.sha256)).toBe('whole');
    expect(await there.ledger.problems({ rectification: 'r' })).toEqual(
      await here.ledger.problems({ rectification: 'r' }),
    );
  });

  test('unpacked again it changes nothing; a later one brings what was added, an earlier one nothing', async () => {
    await unpack('pack');
    const before = await allOf(there);
    const nothing = { journal: 0, deliveries: 0, documents: 0, author_parts: 0, refusals: 0 };
    expect(await unpack('pack')).toEqual({ before: 8, added: nothing });
    expect(await allOf(there)).toEqual(before);
    await here.ledger.append('problem/r/2', [line(3), line(4)]);
    await write('later', 'r');
    expect(await unpack('later')).toEqual({ before: 8, added: { ...nothing, journal: 2 } });
    expect(await unpack('pack')).toEqual({ before: 10, added: nothing });
    expect((await heads(there))[0]).toEqual((await heads(here))[0]);
  });

  test('a rectification that is there otherwise is refused by its first line that differs', async () => {
    await there.ledger.append('rectification/r', [
      line(1, { facts: { people: [], unit: '云川县水务局' } }),
    ]);
    const before = await allOf(there);
    const unpacking = unpack('pack');
    await expect(unpacking).rejects.toThrow(RectificationDiffers);
    await expect(unpacking).rejects.toMatchObject({ workflow: 'rectification/r', sequence: 1 });
    expect(await allOf(there)).toEqual(before);
  });

  test('a backup is not unpacked, and a packed rectification not restored', async () => {
    await expect(unpack('backup')).rejects.toMatchObject({ why: 'kind' });
    await expect(restore('pack')).rejects.toMatchObject({ why: 'kind' });
  });

  test('what is recorded while a backup is written is wholly in it or not at all', async () => {
    const recording = async () => {
      for (let sequence = 2; sequence <= 40; sequence += 1)
        await here.ledger.append('problem/s/1', [line(sequence)]);
    };
    await Promise.all([recording(), write('busy')]);
    await restore('busy');
    const { lines, faults } = await there.ledger.verify();
    expect(faults).toEqual([]);
    expect(lines).toBeGreaterThanOrEqual(11);
    const kept = await there.ledger.read('problem/s/1');
    expect(kept).toEqual((await here.ledger.read('problem/s/1')).slice(0, kept.length));
  });
});

function changedAt(bytes: Buffer, place: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[place] = (changed[place] ?? 0) ^ 0x10;
  return changed;
}

/** Gzip has bits that say nothing, and more than one way of saying the same: changed there, an archive still is what it was. */
function isSameUnpacked(one: Buffer, other: Buffer): boolean {
  try {
    return gunzipSync(one).equals(gunzipSync(other));
  } catch {
    return false;
  }
}
