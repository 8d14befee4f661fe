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
  archive: {
    file: '文件',
    backup: {
      description:
        '备份整个台账：流转记录、消息、文书、未接受的指令和佐证材料，成一个文件；服务可照常运行',
      example: 'zhenggai backup\n  zhenggai backup -o /media/disk/台账.tar.gz',
      title: '台账备份',
      done: (file: string) => `✓ 已备份到 ${file}`,
    },
    restore: {
      description: '从备份恢复台账和佐证材料；台账须是空的',
      example: 'zhenggai restore 台账备份-2026-11-23-0900.tar.gz',
      fileHelp: 'zhenggai backup 写出的文件',
      force: '台账不空也恢复：现有的全部由备份取代',
      done: (file: string) => `✓ 已由 ${file} 恢复`,
      next: '备份之后的记录，可用 zhenggai reconcile 从 Temporal 和流转记录文件补上。',
    },
    pack: {
      description: '把一次整改打成一个文件：流转记录、佐证材料、消息、文书，供另一处 unpack',
      example: 'zhenggai pack 20261102-3fa9\n  zhenggai pack demo -o 移交.tar.gz',
      title: '整改',
      done: (file: string) => `✓ 已打包到 ${file}`,
    },
    unpack: {
      description: '接收别处打包的一次整改；已有的记录须与之一致，只补所缺',
      example: 'zhenggai unpack 移交.tar.gz',
      fileHelp: 'zhenggai pack 写出的文件',
      done: (rectification: string, before: number, added: number) =>
        added === 0
          ? `✓ ${rectification}：${before}条流转记录已在台账中，没有要补的`
          : before === 0
            ? `✓ 已接收 ${rectification}：新记${added}条流转记录`
            : `✓ 已接收 ${rectification}：原有${before}条流转记录，补记${added}条`,
    },
    output: '写到哪个文件（默认在当前目录，以日期为名）',
    force: '覆盖同名的文件',
    exists: (file: string) => `${file} 已经存在。请换一个名字（-o），或加 --force 覆盖。`,
    size: (size: string, sha256: string) => `  文件 ${size}，SHA-256 ${sha256}`,
    madeAt: (at: string) => `  备份时间 ${at}`,
    counts: (counts: string) => `  ${counts}`,
    tables: {
      chains: (count: number) => `整改${count}次`,
      journal: (count: number) => `流转记录${count}条`,
      deliveries: (count: number) => `消息${count}条`,
      documents: (count: number) => `文书${count}份`,
      refusals: (count: number) => `未接受的指令${count}条`,
    } as Readonly<Record<string, (count: number) => string>>,
    evidence: (count: number, size: string) => `佐证材料${count}个（${size}）`,
    noEvidence: '佐证材料0个',
    missing: (count: number) => `! 有${count}个佐证材料缺失，没有带上；zhenggai verify 可查是哪些`,
    altered: (count: number) =>
      `! 有${count}个佐证材料被改动过，没有带上；zhenggai verify 可查是哪些`,
    faulty: (count: number) => `! 流转记录有${count}处不符，照原样带上：`,
    steps: {
      checking: (bytes: number) => `正在检查：${Math.floor(bytes / 1024 / 1024)} MB`,
      rows: (count: number) => `记录 ${count} 条`,
      evidence: (count: number) => `佐证材料 ${count} 个`,
      deriving: (count: number) => `正在推算各表：${count} 条`,
      verifying: (count: number) => `正在核验：${count} 条`,
    },
    refusals: {
      notArchive: (file: string) => `${file} 不是 zhenggai 写出的备份或打包文件。`,
      damaged: (file: string, detail: string) =>
        `${file} 已损坏或不完整（${detail}），没有动台账。请换一份。`,
      newer: (file: string, detail: string) =>
        `${file} 由更新的版本写出（${detail}），没有动台账。请升级 zhenggai。`,
      kind: (file: string, detail: string) =>
        detail === 'pack'
          ? `${file} 是打包的一次整改，请用 zhenggai unpack。`
          : `${file} 是整个台账的备份，请用 zhenggai restore。`,
      chain: (file: string, detail: string) =>
        `${file} 中的流转记录与它所附的核验码不符（${detail}），台账未动。`,
    },
    notEmpty: (rows: number) =>
      `台账不是空的（已有 ${rows} 条各类记录），没有动它。要由备份取代现有的全部，请加 --force（先备份一次）。`,
    differs: (workflow: string, sequence: number) =>
      `台账中的 ${workflow} 第${sequence}条与文件中的不同，没有接收。两处须先查清哪一处为准。`,
    noLines: (rectification: string) => `台账中没有 ${rectification} 的流转记录。`,
    notWhole: (rectification: string, what: string) =>
      `${rectification} 的流转记录不完整，不能打包：\n${what}`,
    noFile: '没有这个文件或目录',
    cannotWrite: (file: string, why: string) => `${file} 写不了：${why}。`,
    cannotRead: (file: string, why: string) => `${file} 读不了：${why}。`,
  },
} as const;
