/** What commands say of encryption. */
export const privacyWords = {
  unknownHidden: (name: string, known: readonly string[]) =>
    `HIDDEN_ATTRIBUTES 里的 ${name} 不能隐去。可以隐去的是：${known.join('、')}；都不隐去写 none。`,
  keysElsewhere:
    '正在运行的系统已启用加密，密钥在它的环境变量里。请在本窗口也设置同样的 ENCRYPTION_KEYS。',
  newKey: {
    description: '生成一把加密密钥；已有密钥文件的，加在最前（换用）或最后（先分发）',
    file: '密钥文件；不写则只显示',
    standby: '加在最后：先让各处都能解密，再换用',
    example: 'zhenggai new-key keys && ENCRYPTION_KEYS=keys npm start',
    made: (file: string, id: string) =>
      `✓ 已生成密钥 ${id}，写入 ${file}（仅本人可读）。请另存一份：密钥遗失，用它加密的内容无法恢复。\n  启用：设置 ENCRYPTION_KEYS=${file}，重新启动各进程。`,
    first: (file: string, id: string) =>
      `✓ 新密钥 ${id} 已放在 ${file} 最前：重新启动后用它加密，旧密钥继续解密，不要删去。\n  有几台机器的，请先用 --standby 分发，各处都重启过再移到最前。`,
    last: (file: string, id: string) =>
      `✓ 新密钥 ${id} 已放在 ${file} 最后：只用于解密。把文件分发到各处并重启后，再把这一行移到最前。`,
  },
  remark: '# 整改系统的密钥，一行一把：编号:密钥。第一把用于加密，其余只用于解密。请另存一份。',
} as const;
