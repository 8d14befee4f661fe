/** What people read of encryption: in logs, in the Temporal UI, on the command line. Never a key. */
const remedy =
  '请把这把密钥加进 ENCRYPTION_KEYS 所指的密钥文件，重新启动；在此之前什么也不会丢，补上后自动接续';

export const codecWords = {
  missing: (id: string) =>
    `缺少密钥 ${id}：有内容是用它加密的，这里的密钥文件中没有它。${remedy}。`,
  missingAll: (id: string) =>
    `缺少密钥 ${id}：有内容是用它加密的，而这里没有设置 ENCRYPTION_KEYS。${remedy}。`,
  altered: (id: string) =>
    `密文不能解开（密钥 ${id}）：内容被改动、不完整，或是用另一把同编号的密钥加密的。`,
  unnamed: '密文不能解开：没有注明用的是哪把密钥，不是本系统加密的。',
  lost: (id: string) => `密文不能解开：密钥 ${id} 已在密钥文件中注明遗失。`,
  server: {
    signIn: '请先登录整改系统的页面，再回来刷新。命令行请用 --codec-auth。',
    foreign: '这个地址的页面不能使用解密服务。',
    unknown: '只有 POST decode 和 POST encode。',
    notJson: '内容应为 application/json。',
    notPayloads: '内容应为 { payloads: [...] }。',
    tooLarge: '内容过大。',
  },
  keys: {
    remedy: '可用 zhenggai new-key 生成一把。',
    noFile: (path: string, why: string) =>
      `密钥文件 ${path} 不能读取：${why}。请改正 ENCRYPTION_KEYS，或用 zhenggai new-key ${path} 生成。`,
    exposed: (path: string, mode: string) =>
      `密钥文件 ${path} 的权限是 ${mode}，本机其他用户可以读到或改动。请执行 chmod 600 ${path}。`,
    fault: (place: string, line: number, what: string) => `${place}第${line}行：${what}`,
    file: (path: string) => `密钥文件 ${path} `,
    variable: '环境变量 ENCRYPTION_KEYS ',
    empty: (place: string) => `${place}里没有密钥。可用 zhenggai new-key 生成一把。`,
    onlyLost: (place: string) =>
      `${place}里没有可用于加密的密钥：第一把不能是注明遗失的。可用 zhenggai new-key 生成一把。`,
    noColon: '应写作 编号:密钥（base64）。可用 zhenggai new-key 生成一把。',
    badId: '密钥编号只能用字母、数字、点、横线和下划线，最多64个字符。',
    badSecret: (id: string) =>
      `密钥 ${id} 应是32字节的 base64（44个字符）。可用 zhenggai new-key 生成一把。`,
    twice: (id: string) => `密钥编号 ${id} 重复。每把密钥要有自己的编号，请删去或改正其中一行。`,
  },
} as const;
