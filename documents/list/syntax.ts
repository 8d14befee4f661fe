// YAML and JSON text into plain values with a map of lines. Knows nothing of what they should hold.
import { LineCounter, parseDocument, type Document, type YAMLParseError } from 'yaml';
import { ImportError } from '../import-error';

export interface ParsedFile {
  readonly value: unknown;
  readonly document: Document;
  readonly lines: LineCounter;
}

/** JSON is read as the YAML it is, so that both know their lines. Throws ImportError (`syntax-invalid`). */
export function parseFile(text: string): ParsedFile {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
  });
  const error = document.errors[0];
  if (error !== undefined) throw broken(error, lines);
  return { value: plainValue(document), document, lines };
}

/** Resolving aliases can fail too: one without its anchor, or a bomb of them. */
function plainValue(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 }) as unknown;
  } catch {
    throw new ImportError(
      'syntax-invalid',
      'YAML 中的引用（& 和 *）无法展开。请去掉引用，直接写出内容。',
    );
  }
}

function broken(error: YAMLParseError, lines: LineCounter): ImportError {
  const { line, col } = lines.linePos(error.pos[0]);
  const cause = causes[error.code] ?? '格式有误';
  return new ImportError(
    'syntax-invalid',
    `第${line}行第${col}列：${cause}。请改正后重新导入；缩进只用空格，冒号后面留一个空格，含特殊符号的文字加引号。`,
    { line },
  );
}

const causes: Readonly<Partial<Record<YAMLParseError['code'], string>>> = {
  BAD_INDENT: '缩进不对齐',
  TAB_AS_INDENT: '缩进用了制表符',
  DUPLICATE_KEY: '同一个字段写了两次',
  MISSING_CHAR: '缺少引号、括号或冒号后的空格',
  UNEXPECTED_TOKEN: '出现了多余的符号或文字',
  BAD_SCALAR_START: '文字以特殊符号开头，应加引号',
  BAD_ALIAS: '引用的内容不存在',
  BLOCK_AS_IMPLICIT_KEY: '缩进或冒号有误',
  MULTILINE_IMPLICIT_KEY: '字段名跨了行，或缺少冒号',
  MULTIPLE_DOCS: '一个文件里有多份内容（---），只能有一份',
  RESOURCE_EXHAUSTION: '嵌套太深',
  BAD_DQ_ESCAPE: '双引号里的反斜杠有误',
};
