/** The words of files that commands write. */
export const fileWords = {
  exists: (file: string) => `${file} 已存在。请换一个名字，或加 --force 覆盖。`,
  cannotWrite: (file: string, why: string) => `写不进 ${file}：${why}。没有留下半个文件。`,
  force: '覆盖已有的文件',
  reasons: {
    ENOENT: '没有这个文件夹',
    ENOTDIR: '路径中有一段是文件而不是文件夹',
    EISDIR: '它是文件夹',
    EACCES: '没有权限',
    EPERM: '没有权限',
    EROFS: '所在磁盘是只读的',
    ENOSPC: '磁盘已满',
    EDQUOT: '磁盘配额已满',
  } as Readonly<Record<string, string>>,
} as const;
