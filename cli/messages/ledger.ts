/** The words of the ledger and of the commands that read it. */
export const ledgerWords = {
  none: (store: string) =>
    `没有找到台账（${store} 中没有）。请先运行 zhenggai up，或用 DATABASE_URL 指定数据库。`,
  unusable: (folder: string, why: string) => `台账 ${folder} 打不开：${why}。`,
  lost: (why: string) =>
    `台账的数据库意外退出（${why}）。已受理的事项都在 Temporal 的库中，请重新运行 npm start，没有记下的会自动补记；如磁盘已满，请先腾出空间。`,
  unreachable: (url: string, why: string) =>
    `台账的数据库 ${url} 不能使用：${why}。请检查 DATABASE_URL 和数据库服务。`,
  tooNew: '它由更新的版本建立，请升级 zhenggai，或另用一个数据库',
  severalRectifications: (ids: string) =>
    `台账中有多次整改（${ids}），请写完整编号，如 problem/<整改>/7。`,
  noRectification: '台账中还没有整改。',
  instead: '服务没有运行，以下取自台账，以最近一次记录为准。',
  show: { dueOn: '时限', people: '责任人员' },

  journal: {
    description: '看流转记录：一个问题或一次整改的每一步，何时、何人、因何',
    target: '编号',
    targetHelp: '问题的序号（如 7）、problem/<整改>/<序号>，或 rectification/<整改>',
    example: 'zhenggai journal 7\n  zhenggai journal rectification/demo --json',
    all: '连同系统自己的步骤（推算时限、发出提醒等）',
    noRefusals: '不列未接受的指令（以 · 代序号的各条，不在核验之列）',
    none: (workflow: string) => `台账中没有 ${workflow} 的记录。`,
    count: (shown: number, all: number) =>
      shown === all ? `共${all}条` : `共${all}条，所列${shown}条；全部请加 --all`,
    by: (decided: string, recorded: string) =>
      decided === recorded ? decided : `${decided}（${recorded}代录）`,
  },
  verify: {
    description: '核验台账：流转记录有没有被改动、删除或调换',
    example: 'zhenggai verify\n  zhenggai verify --head 整改编号=核验码',
    head: '以前记下的核验码，须仍在记录之中（可多次给出）',
    headValue: '整改=核验码',
    badHead: (given: string) => `--head 应写成 整改=核验码（64位十六进制），不是“${given}”。`,
    progress: (lines: number) => `已核验 ${lines} 条`,
    row: (rectification: string, lines: number, head: string) =>
      `${rectification}  ${lines}条  核验码 ${head}`,
    whole: (lines: number) =>
      `✓ ${lines}条流转记录完整，未见改动。请把核验码另处记下，日后可证明此前各条未变。`,
    empty: '台账中还没有记录。',
    fault: (workflow: string, sequence: number, what: string) =>
      `✗ ${workflow} 第${sequence}条：${what}`,
    kinds: {
      missing: '缺失',
      moved: '不在原来的位置',
      altered: '被改动',
      cut: '及以后各条缺失',
    },
    headGone: (rectification: string, head: string) =>
      `✗ ${rectification}：记录中没有核验码 ${head}，此前的记录被重写过，或编号有误`,
    failed: (count: number) => `有${count}处不符，请勿再写入，先从备份中查对。`,
  },
  search: {
    description: '在台账中查找：问题、责任人、部门，和流转记录中写过的话',
    words: '词',
    wordsHelp: '要找的词，多个词须同时出现',
    example: 'zhenggai search 河长制\n  zhenggai search 超期 公函 --person 王强 --lines 50',
    person: '只找与此人有关的问题、由此人决定的记录（姓名或编号）',
    personValue: '人员',
    nothingWanted: '请写要找的词，或用 --person 指定人员。',
    lines: '问题和流转记录各最多列出多少',
    linesValue: '条数',
    badLines: '应为 1 至 1000 之间的整数。',
    problems: (count: number) => `问题（${count}个）`,
    found: (count: number) => `流转记录（${count}条，新的在前）`,
    refusals: (count: number) => `未接受的指令（${count}条，新的在前）`,
    none: '没有找到。',
  },
  stats: {
    description: '台账的合计：各次整改的问题，按阶段、类型、灯',
    example: 'zhenggai stats\n  zhenggai stats --json',
    heading: (rectification: string, count: number) => `${rectification}：共${count}个问题`,
    row: (what: string, counts: string) => `  ${what}  ${counts}`,
    counted: (word: string, count: number) => `${word}${count}`,
    stage: '阶段',
    kind: '类型',
    lamp: '亮灯',
    unknown: '未知',
    refusals: (count: number) => `  未接受的指令  ${count}条`,
  },
} as const;
