/** The words of `zhenggai migrate`. */
export const migrateWords = {
  description: '把运行中的流程移到状态机的另一个版本；移不了的留在原处并说明原因',
  targets: '流程',
  targetsHelp: '只移动这些流程（如 problem/demo/7），可先试几个；不写则移动全部运行中的',
  machineValue: '状态机',
  versionValue: '版本',
  machine: '状态机的名称，例如 timeLimited、longTerm、rectification',
  from: '现在的版本',
  to: '要移到的版本，须已在工作进程中部署',
  dryRun: '只说明每个流程将会怎样，不作任何改动',
  example: 'zhenggai migrate --machine timeLimited --from 1 --to 2 --dry-run',
  unknown: (name: string, version: string) =>
    `没有名为 ${name}、版本为 ${version} 的状态机。请核对名称和版本；新版本须先随程序部署。`,
  progress: (done: number, of: number) => `已处理 ${done}/${of}`,
  head: (machine: string, from: string, to: string, count: number) =>
    `${machine} 第${from}版 → 第${to}版：第${from}版运行中 ${count}个`,
  same: '两个版本没有差异',
  differences: '两个版本的差异：',
  kinds: { breaks: '不能移动', changes: '有变化　', adds: '新增　　' },
  counts: (kept: number, dropped: number, started: number) =>
    `定时保留${kept}、取消${dropped}、新增${started}`,
  actors: (kept: number, dropped: number, started: number) =>
    `进行中的调用保留${kept}、停止${dropped}、新增${started}`,
  group: (count: number, shape: string, example: string) =>
    `  ${count}个  ${shape}（如 ${example}）`,
  stuck: (workflow: string, why: string) => `  ✗ ${workflow} 留在原版本：${why}`,
  silent: (workflow: string, why: string) => `  ✗ ${workflow} 没有回答：${why}`,
  dryRunDone: (movable: number, stuck: number) =>
    `试算完毕，未作改动：可移动${movable}个，不能移动${stuck}个。去掉 --dry-run 并写明 --by 即执行。`,
  done: (moved: number, stayed: number) => `✓ 已移动${moved}个，留在原版本${stayed}个。`,
} as const;
