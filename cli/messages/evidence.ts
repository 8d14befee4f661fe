/** The words of 佐证材料: filing it, listing it, writing it out, finding it missing. */
export const evidenceWords = {
  named: (names: string) => `佐证材料：${names}`,
  filing: (name: string, done: number, of: number) => `正在存入 ${name}：${done}/${of} MB`,
  unused: (count: number, place: string) =>
    `佐证材料${count}个已存入 ${place}，这次没有用上；改正后照样写上文件再办，不会重复存放。`,
  needsFolder:
    '用 TEMPORAL_ADDRESS 指定服务时，请同时用 EVIDENCE_FOLDER 指明大家共用的佐证材料目录，否则别人找不到您交的文件。',
  badLimit: (given: string) => `EVIDENCE_MAX_MB 应为 1 至 1900 之间的整数，不是“${given}”。`,
  refusals: {
    empty: (file: string) => `佐证材料 ${file} 是空文件，没有存入。`,
    tooLarge: (file: string, megabytes: number) =>
      `佐证材料 ${file} 超过 ${megabytes} MB，没有存入。请压缩或拆分，或用 EVIDENCE_MAX_MB 调高上限。`,
    type: (file: string, _megabytes: number, taken: string) =>
      `佐证材料 ${file} 不是可以存入的类型。可存：${taken}。`,
    content: (file: string) =>
      `佐证材料 ${file} 的内容与扩展名不符，没有存入。请用原来的程序打开，另存为相应的格式。`,
  },
  missing: (sha256: string) => `佐证材料 ${sha256} 不在存放处。`,
  failed: (place: string, why: string) =>
    `佐证材料目录 ${place} 不能使用：${why}。没有留下半个文件；改正后请再试一次。`,
  reasons: {
    EACCES: '没有权限',
    EPERM: '没有权限',
    EROFS: '所在磁盘是只读的',
    ENOSPC: '磁盘已满',
    EDQUOT: '磁盘配额已满',
    ENOTDIR: '路径中有一段是文件而不是目录',
    EIO: '磁盘读写出错',
  } as Readonly<Record<string, string>>,

  command: {
    description: '列出一个问题的佐证材料，或取出到一个文件夹',
    example: 'zhenggai evidence 7\n  zhenggai evidence 7 --save 佐证材料',
    save: '取出到这个文件夹，用原来的文件名，不覆盖已有的文件',
    folder: '文件夹',
    columns: ['何时', '事项', '何人', '大小', '佐证材料'],
    none: (workflow: string) => `${workflow} 没有佐证材料。`,
    count: (count: number) => `共${count}个`,
    gone: (name: string) => `${name}（文件缺失）`,
    saved: (name: string, path: string) => `✓ ${name} → ${path}`,
    notSaved: (name: string, what: string) => `✗ ${name}：${what}`,
    failed: (count: number) => `有${count}个没有取出。`,
  },
  verify: {
    skip: '不核验佐证材料',
    progress: (files: number, megabytes: number) => `已核验佐证材料 ${files} 个，${megabytes} MB`,
    whole: (files: number) => `✓ ${files}个佐证材料完整，未见改动。`,
    fault: (workflow: string, sequence: number, name: string, what: string) =>
      `✗ ${workflow} 第${sequence}条：佐证材料“${name}”${what}`,
    kinds: { missing: '缺失', altered: '被改动' },
    noFolder: (place: string) =>
      `佐证材料目录 ${place} 不存在。如在别处，请用 EVIDENCE_FOLDER 指明；不核验请加 --no-evidence。`,
  },
} as const;
