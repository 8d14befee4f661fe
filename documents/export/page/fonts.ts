// The fonts of an official document (GB/T 9704), and what readers take where a machine lacks them.

export const fonts = {
  title: '方正小标宋简体',
  chapter: '黑体',
  section: '楷体_GB2312',
  body: '仿宋_GB2312',
  number: '宋体',
} as const;

interface Fallback {
  readonly name: string;
  readonly instead: string;
  readonly family: 'roman' | 'swiss' | 'script';
}

const fallbacks: readonly Fallback[] = [
  { name: fonts.title, instead: '宋体,SimSun,Noto Serif CJK SC', family: 'roman' },
  { name: fonts.chapter, instead: 'SimHei,Noto Sans CJK SC', family: 'swiss' },
  { name: fonts.section, instead: '楷体,KaiTi,AR PL UKai CN,Noto Serif CJK SC', family: 'script' },
  { name: fonts.body, instead: '仿宋,FangSong,Noto Serif CJK SC', family: 'roman' },
  { name: fonts.number, instead: 'SimSun,Noto Serif CJK SC', family: 'roman' },
];

/** word/fontTable.xml: the names to try, in order, for each font. */
export function fontTable(): string {
  const entries = fallbacks.map(
    ({ name, instead, family }) =>
      `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/>` +
      `<w:family w:val="${family}"/><w:pitch w:val="auto"/></w:font>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    `<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${entries.join('')}</w:fonts>`
  );
}
