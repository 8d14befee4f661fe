/** The words of what keeps the record: 数据核对, 未接受的指令, 备份与恢复, 打包. */
export const keepingWords = {
  reconcile: {
    description: '数据核对：台账与 Temporal、流转记录文件、佐证材料逐一相比，缺的补上',
    example: 'zhenggai reconcile --dry-run\n  zhenggai reconcile --json',
    dryRun: '只看，不改',
    progress: (done: number, of: number) => `已核对 ${done}/${of} 个流程`,
    deriving: (lines: number) => `正在由流转记录重新推算各表：${lines} 条`,
    withoutTemporal: (why: string) => `! 没有与 Temporal 核对，只比了文件和台账：${why}`,
    columns: ['', '流程', 'Temporal', '文件', '台账原有', '台账现有'],
    wouldBe: '补后将有',
    kinds: { problem: '问题', rectification: '整改', digest: '提醒' } as Readonly<
      Record<string, string>
    >,
    behind: (workflows: number, lines: number) => `✓ 补记 ${lines} 条，涉及 ${workflows} 个流程`,
    wouldAppend: (workflows: number, lines: number) =>
      `! 台账缺 ${lines} 条，涉及 ${workflows} 个流程（--dry-run，未补）`,
    range: (workflow: string, from: number, to: number) =>
      from === to ? `${workflow} 第${from}条` : `${workflow} 第${from}–${to}条`,
    ahead: (workflow: string, ledger: number, temporal: number) =>
      `✗ ${workflow}：台账有 ${ledger} 条，Temporal 只到第${temporal}条（Temporal 可能由旧备份恢复，或不是同一个）；台账未动`,
    gap: (range: string) => `✗ ${range}：Temporal 和文件中都已没有，补不了；其后各条也不能补`,
    differs: (workflow: string, sequence: number, source: string) =>
      `✗ ${workflow} 第${sequence}条：台账与${source}所记不同；台账未动`,
    sources: { temporal: ' Temporal ', files: '文件' },
    gone: (workflow: string) => `✗ ${workflow}：台账中尚未办结，Temporal 中却没有这个流程`,
    waiting: (workflow: string, lines: number) =>
      `· ${workflow}：有 ${lines} 条等待工作进程写入，写入后自会进台账`,
    nameless: (file: string) => `✗ ${file}：看不出是谁的流转记录，没有核对`,
    unreadable: (workflow: string) => `✗ ${workflow}：流转记录文件已损坏，没有核对`,
    derived: (table: string, rows: number) =>
      `✓ ${table} 表有 ${rows} 行与流转记录不符，已重新推算`,
    wouldDerive: (table: string, rows: number) =>
      `! ${table} 表有 ${rows} 行与流转记录不符（--dry-run，未改）`,
    refusals: (count: number) => `✓ 补记未接受的指令 ${count} 条`,
    wouldTell: (count: number) => `! 有 ${count} 条未接受的指令等待补记（--dry-run，未补）`,
    unnamed: (count: number) =>
      `· 佐证材料目录中有 ${count} 个文件没有记录提到（随未被接受的指令而来），不碍事`,
    more: (count: number) => `  ……等共 ${count} 项，全部见 --json`,
    clean: '✓ 核对完毕，全部相符。',
    repaired: '✓ 核对完毕，已全部补齐。',
    wrong: (count: number) => `核对完毕，有 ${count} 项不符。`,
  },
} as const;
