/** What is wrong with a field of a YAML file, in Chinese, from zod's issue. Knows no particular file. */
import type { z } from 'zod';

type RawIssue = Parameters<z.core.$ZodErrorMap>[0];

const typeTerms: { readonly [type: string]: string } = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表（以“- ”开头的若干项，或 [ ]）',
  object: '若干“字段: 值”',
};

/** An error map for `safeParse`: fields' own messages win, this says the rest. */
export function wordsForIssue(issue: RawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null
        ? `缺少，应填${typeTerm(issue.expected)}`
        : `应是${typeTerm(issue.expected)}${quoteHint(issue.input, issue.expected)}`;
    case 'unrecognized_keys':
      return `不认识的字段${issue.keys.map((key) => `“${key}”`).join('、')}，请删去或改正`;
    case 'too_small':
      return issue.origin === 'array' ? `至少要有${issue.minimum}项` : '不能为空';
    case 'invalid_value':
      return `只能是${issue.values.map(String).join('、')}`;
    default:
      return '写法不对';
  }
}

function typeTerm(type: string): string {
  return typeTerms[type] ?? type;
}

function quoteHint(input: unknown, expected: string): string {
  const bare = typeof input === 'number' || typeof input === 'boolean';
  return expected === 'string' && bare ? `，请加引号，如 "${String(input)}"` : '';
}
