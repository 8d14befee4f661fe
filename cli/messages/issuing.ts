/** The words of the commands that write documents. */
export const issuingWords = {
  rectification: '整改',
  rectificationHelp: '整改的编号；台账中只有一次整改时可不写',
  asOf: '截至哪一天（默认今天），如 2026-12-31',
  with: '文书要素文件（YAML）：落款、主送、组织领导、下一步、联系方式、公示期、成效',
  output: '写入哪个文件（默认在当前文件夹，按文书名称）',
  problems: '哪些问题（序号 7、多个 1,2,5-9；默认全部）',
  badDate: (given: string) => `--as-of 应写成 2026-12-31，不是“${given}”。`,
  nothingYet: (id: string, day: string) => `${id} 在 ${day} 以前没有记录。`,
  noProblems: (seqs: string) => `没有第 ${seqs} 项问题，请核对序号。`,
  written: (title: string, file: string) => `✓ ${title}  ${file}`,
  from: (problems: number, day: string, lines: number, hash: string) =>
    `  ${problems}个问题，截至 ${day}；据流转记录第${lines}条，核验码 ${hash.slice(0, 12)}`,
  gaps: (count: number) =>
    `  有${count}处待补（文中标出）：可写进文书要素文件（--with），或在 Word 中填写`,
  documents: {
    bulletin: {
      title: '整改进展情况通报',
      description: '写整改进展情况通报（向社会公开的 Word 文件）',
      example:
        'zhenggai bulletin\n  zhenggai bulletin demo --as-of 2026-12-31 --with 要素.yaml -o 通报.docx',
    },
    'progress-report': {
      title: '整改情况报告',
      description: '写整改情况报告（报送巡察机构的 Word 文件）',
      example: 'zhenggai progress-report demo --with 要素.yaml',
    },
    ledger: {
      title: '整改台账',
      description: '写整改台账（Excel）',
      example: 'zhenggai ledger demo -o 台账.xlsx',
    },
    summary: {
      title: '整改情况汇总',
      description: '写整改情况汇总（按部门、领导、类型、亮灯；Excel，文件名以 .md 结尾时为文本）',
      example: 'zhenggai summary demo\n  zhenggai summary demo -o 汇总.md',
    },
    'sign-off-sheet': {
      title: '销号单',
      description: '写销号单（Word，每个问题一页）',
      example: 'zhenggai sign-off-sheet demo --problems 1,2',
    },
    'urge-sheet': {
      title: '督办单',
      description: '写督办单（Word，每个问题一页）',
      example: 'zhenggai urge-sheet demo --problems 3',
    },
  },
} as const;
