/** The words of people whom a file names and the list of people does not hold. */
export const namingWords = {
  peopleOption: '人员名单文件：对照文件写到的人和部门',
  proposeOption: '写出补全的人员名单（YAML）：已有的照抄，缺的人按文件起草',
  unnamed: (people: number, departments: number, file: string) =>
    `文件写到${people}人、${departments}个部门。对照人员名单：--people people.yaml；还没有名单的，据此起草：zhenggai import ${file} --propose-people people.yaml`,
  allKnown: (people: number, list: string) => `人员：文件写到的${people}人都在 ${list} 中。`,
  unknown: (list: string, count: number) => `${list}里没有的人（${count}人）：`,
  standIns: '占位名单',
  list: (name: string) => `人员名单 ${name} `,
  ambiguous: '同名的人（请在文件或预览中改写为编号）：',
  strange: '不像一个人的姓名（请在文件或预览中改正）：',
  withoutRole: '名单中有其人、没有其角色（请在名单中加上，或在预览中改正）：',
  departments: '名单中没有人的部门（请核对名称，或在名单中加入其人员）：',
  person: (name: string, as: string) => `  ${name}：${as}`,
  as: (seqs: string, role: string) => `第${seqs}项${role}`,
  candidates: (candidates: string) => `；名单中有 ${candidates}`,
  candidate: (id: string, department: string | null) =>
    department === null ? id : `${id}（${department}）`,
  department: (name: string, seqs: string) => `  ${name}：第${seqs}项`,
  propose: '建议加入名单（请核对；id 可改短，定下后不要再改）：',
  how: (file: string, people: string) =>
    `写成完整的名单：zhenggai import ${file}${people} --propose-people 人员.yaml，核对后用 --people 人员.yaml 收文`,
  proposed: (file: string, added: number, roles: number) =>
    `✓ 人员名单  ${file}（新起草${added}人${roles === 0 ? '' : `，${roles}人加了角色`}；核对后用 --people ${file} 收文）`,
  refused: '文件写到的人对不上人员名单，没有收文。',
} as const;
