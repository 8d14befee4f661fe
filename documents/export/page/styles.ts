// How each kind of paragraph looks: font, size, spacing, indent. Named styles, so that an author can change them all at once.
import {
  AlignmentType,
  LineRuleType,
  type IParagraphStyleOptions,
  type IStylesOptions,
} from 'docx';
import { fonts } from './fonts';
import {
  characterSpacing,
  characterWidth,
  formLine,
  formLinePitch,
  formTitle,
  linePitch,
} from './measures';

/** Half points, as Word counts: 二号 22, 三号 16, 小四 12, 小五 9 points. */
const size = { title: 44, body: 32, form: 24, small: 18 } as const;

export const styleOfHeading = { 1: 'Chapter', 2: 'Section', 3: 'Item', 4: 'SubItem' } as const;

type Font = (typeof fonts)[keyof typeof fonts];
type Look = Omit<IParagraphStyleOptions, 'basedOn' | 'quickFormat'>;

const exactly = (line: number) => ({ line, lineRule: LineRuleType.EXACT, before: 0, after: 0 });
const twoCharacters = { firstLineChars: 200, firstLine: 2 * characterWidth };

export const styles: IStylesOptions = {
  default: {
    document: {
      run: {
        font: everywhere(fonts.body),
        size: size.body,
        language: { value: 'en-US', eastAsia: 'zh-CN' },
      },
      paragraph: { spacing: exactly(linePitch) },
    },
  },
  paragraphStyles: [
    style({
      id: 'OfficialTitle',
      name: '公文标题',
      run: { font: everywhere(fonts.title), size: size.title },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { ...exactly(700), after: linePitch },
        keepNext: true,
        keepLines: true,
      },
    }),
    headingStyle(1, '公文一级标题', fonts.chapter, false),
    headingStyle(2, '公文二级标题', fonts.section, false),
    headingStyle(3, '公文三级标题', fonts.body, true),
    headingStyle(4, '公文四级标题', fonts.body, true),
    style({
      id: 'Body',
      name: '公文正文',
      run: { characterSpacing },
      paragraph: { alignment: AlignmentType.BOTH, indent: twoCharacters },
    }),
    style({ id: 'Flush', name: '公文主送', paragraph: { alignment: AlignmentType.LEFT } }),
    style({
      id: 'Signer',
      name: '公文署名',
      paragraph: {
        alignment: AlignmentType.RIGHT,
        indent: { right: 2 * characterWidth },
        keepNext: true,
        spacing: { ...exactly(linePitch), before: 2 * linePitch },
      },
    }),
    style({
      id: 'SignedOn',
      name: '公文日期',
      paragraph: { alignment: AlignmentType.RIGHT, indent: { right: 4 * characterWidth } },
    }),
    style({
      id: 'FormTitle',
      name: '表单标题',
      run: { font: everywhere(fonts.title), size: size.title },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { ...exactly(560), after: formTitle - 560 },
      },
    }),
    style({
      id: 'FormLine',
      name: '表单说明',
      run: { size: size.form },
      paragraph: { spacing: exactly(formLinePitch) },
    }),
    style({
      id: 'Cell',
      name: '表格文字',
      run: { size: size.form },
      paragraph: { spacing: exactly(formLine) },
    }),
    style({
      id: 'MadeFrom',
      name: '制表依据',
      run: { font: everywhere(fonts.number), size: size.small, color: '7F7F7F' },
      paragraph: { alignment: AlignmentType.CENTER, spacing: exactly(240) },
    }),
  ],
};

/** Quotation marks and digits too: else they come in a Latin font. */
export function everywhere(font: Font) {
  return { ascii: font, hAnsi: font, eastAsia: font, cs: font } as const;
}

function headingStyle(
  level: keyof typeof styleOfHeading,
  name: string,
  font: Font,
  bold: boolean,
): IParagraphStyleOptions {
  return style({
    id: styleOfHeading[level],
    name,
    run: { font: everywhere(font), characterSpacing, ...(bold ? { bold } : {}) },
    paragraph: {
      indent: twoCharacters,
      keepNext: true,
      keepLines: true,
      outlineLevel: level - 1,
    },
  });
}

function style(look: Look): IParagraphStyleOptions {
  return { ...look, basedOn: 'Normal', quickFormat: true };
}
