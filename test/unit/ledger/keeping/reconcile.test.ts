import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFileJournal } from '../../../../activities';
import { reconcileAll } from '../../../../cli/reconcile/reconcile-all';
import { reportWords } from '../../../../cli/reconcile/report-words';
import { stillWrong, type Report } from '../../../../cli/reconcile/report';
import type { Temporal } from '../../../../cli/reconcile/holdings';
import { createEvidenceFolder, type EvidenceStore } from '../../../../ledger';
import { onEachDatabase } from '../databases';
import { inPieces, pdf } from '../evidence/bytes';
import { line, openTestLedger, type Opened } from '../open';

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_each, index) => line(from + index));

/** By workflow: the lines of its histories, one recording each two, first those that came before are gone. */
type Held = Readonly<Record<string, { readonly from: number; readonly to: number }>>;

function fakeTemporal(held: Held): Temporal {
  return {
    held: () =>
      Promise.resolve(Object.keys(held).map((workflow) => ({ workflow, runs: ['r'], open: true }))),
    heldOne: () => Promise.resolve(null),
    unrecorded: (workflow) => Promise.resolve(workflow.endsWith('/waiting') ? 2 : 0),
    linesHeld: async function* ({ workflow }) {
      const { from, to } = held[workflow] ?? { from: 1, to: 0 };
      yield await Promise.resolve({ after: from - 1, lines: [] });
      for (let at = from; at <= to; at += 2)
        yield { after: at - 1, lines: range(at, Math.min(at + 1, to)) };
    },
  };
}

const nothing = (): void => undefined;

onEachDatabase((database) => {
  let opened: Opened;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zhenggai-reconcile-'));
    opened = await openTestLedger(database);
  }, 120_000);
  afterAll(async () => {
    await opened.close();
    rmSync(folder, { recursive: true });
  });

  const compared = (
    held: Held | string,
    dryRun = false,
    evidence: EvidenceStore | null = null,
  ): Promise<Report> =>
    reconcileAll({
      ledger: opened.ledger,
      temporal: typeof held === 'string' ? held : fakeTemporal(held),
      ...{ folder, dryRun, evidence, tellWaiting: () => Promise.resolve(0) },
      ...{ onProgress: nothing, onDeriving: nothing, onEvidence: nothing },
    });
  const files = () => createFileJournal(folder);
  const last = async (workflow: string) => (await opened.ledger.read(workflow)).length;

  test('a ledger that lost everything is built again from histories, and from files where those are gone', async () => {
    await files().append('problem/lost/3', range(1, 5));
    const held = {
      'problem/lost/1': { from: 1, to: 7 },
      'problem/lost/2': { from: 1, to: 1 },
      'problem/lost/3': { from: 4, to: 8 },
      'digest/lost/张伟/2026-11-23/red': { from: 1, to: 2 },
    };
    const dry = await compared(held, true);
    expect(dry.behind.map(({ to }) => to)).toEqual([2, 7, 1, 8]);
    expect(stillWrong(dry)).toBe(4);
    expect(reportWords(dry)).toContain('台账缺 18 条，涉及 4 个流程');
    expect(await last('problem/lost/1')).toBe(0);
    const report = await compared(held);
    expect(stillWrong(report)).toBe(0);
    expect(report.sums['problem']).toMatchObject({ workflows: 3, before: 0, after: 16 });
    for (const [workflow, { to }] of Object.entries(held))
      expect(await opened.ledger.read(workflow)).toEqual(range(1, to));
    expect((await opened.ledger.verify()).faults).toEqual([]);
    const again = await compared(held);
    expect(again.behind).toEqual([]);
    expect(reportWords(again)).toContain('✓ 核对完毕，全部相符。');
  });

  test('what nobody has any more is named from where to where, and nothing after it is kept', async () => {
    const report = await compared({ 'problem/gap/1': { from: 11, to: 20 } });
    expect(report.gaps).toEqual([{ workflow: 'problem/gap/1', from: 1, to: 10 }]);
    expect(await last('problem/gap/1')).toBe(0);
    expect(reportWords(report)).toContain('✗ problem/gap/1 第1–10条：Temporal 和文件中都已没有');
    await files().append('problem/gap/1', range(1, 4));
    const half = await compared({ 'problem/gap/1': { from: 11, to: 20 } });
    expect(half.gaps).toEqual([{ workflow: 'problem/gap/1', from: 5, to: 10 }]);
    expect(await last('problem/gap/1')).toBe(4);
  });

  test('a ledger that has more than Temporal, and one that Temporal does not know, are named; nothing is taken away', async () => {
    await opened.ledger.append('problem/more/1', range(1, 6));
    await opened.ledger.append('problem/more/2', range(1, 2));
    const report = await compared({ 'problem/more/1': { from: 1, to: 4 } });
    expect(report.ahead).toEqual([{ workflow: 'problem/more/1', ledger: 6, temporal: 4 }]);
    expect(report.gone).toContain('problem/more/2');
    expect(await last('problem/more/1')).toBe(6);
  });

  test('a changed letter is named as a fault and never written over', async () => {
    await opened.ledger.append('problem/letter/1', range(1, 4));
    await opened.behindItsBack(
      `update journal set text = replace(text, '第3次', '第5次') where workflow = 'problem/letter/1'`,
    );
    const report = await compared({ 'problem/letter/1': { from: 1, to: 6 } });
    expect(report.differing).toEqual([
      { workflow: 'problem/letter/1', source: 'temporal', sequence: 3 },
    ]);
    const [, , third] = await opened.ledger.read('problem/letter/1');
    expect(third).toMatchObject({ fields: { text: '第5次进展' } });
    expect(await last('problem/letter/1')).toBe(6);
  });

  test('what is derived is the same in whatever order a line named its fields', async () => {
    const evidence = [{ sha256: 'a'.repeat(64), name: '合同.pdf', size: 3 }];
    const fields = { text: '已核', evidence, remark: '附合同' };
    await opened.ledger.append('problem/order/1', [line(1, { fields })]);
    expect((await compared('no server', true)).derived).toEqual([]);
  });

  test('tables that are not what the lines say are derived again', async () => {
    const shown = { ...line(1).shown, stage: 'review' };
    await opened.ledger.append('problem/table/1', [line(1, { facts: { title: '题' }, shown })]);
    await opened.behindItsBack(
      `update problems set facts = '{"title":"另一题"}' where workflow = 'problem/table/1'`,
    );
    const without = 'no server';
    expect((await compared(without, true)).derived).toEqual([{ table: 'problems', rows: 1 }]);
    const report = await compared(without);
    expect(report.derived).toEqual([{ table: 'problems', rows: 1 }]);
    expect(reportWords(report)).toContain('没有与 Temporal 核对，只比了文件和台账：no server');
    const [problem] = await opened.ledger.problems({ rectification: 'table' });
    expect(problem).toMatchObject({ title: '题', stage: 'review' });
    expect((await compared(without)).derived).toEqual([]);
  });

  test('a file of evidence that is gone is named by its line, one that no line names is counted', async () => {
    const store = createEvidenceFolder(join(folder, 'evidence'));
    const kept = await store.put(inPieces(pdf('合同')), '合同.pdf');
    const gone = { ...kept, sha256: 'ef'.repeat(32), name: '照片.jpg' };
    await store.put(inPieces(pdf('未被接受')), '函.pdf');
    const fields = { text: '已完成', evidence: [kept, gone] };
    await opened.ledger.append('problem/files/1', [line(1, { fields })]);
    const report = await compared('no server', false, store);
    const own = report.evidence?.faults.filter(({ workflow }) => workflow === 'problem/files/1');
    expect(own).toMatchObject([{ kind: 'missing', sequence: 1, name: '照片.jpg' }]);
    expect(report.evidence?.unnamed).toBe(1);
    expect(stillWrong(report)).toBe(report.evidence?.faults.length);
    expect(reportWords(report)).toContain('✗ problem/files/1 第1条：佐证材料“照片.jpg”缺失');
  });

  test('lines that wait for their worker are said, a file that is nobody’s or damaged is a fault', async () => {
    writeFileSync(join(folder, '甲~0123456789ab.jsonl'), '');
    writeFileSync(join(folder, 'broken.jsonl'), '{\n');
    const report = await compared({ 'problem/x/waiting': { from: 1, to: 1 } });
    expect(report.waiting).toEqual([{ workflow: 'problem/x/waiting', lines: 2 }]);
    expect(report.nameless).toEqual([join(folder, '甲~0123456789ab.jsonl')]);
    expect(report.unreadable).toEqual(['broken']);
  });
});
