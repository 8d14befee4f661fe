// What a schema refuses, said in Chinese: what is wrong with the value and how it should look.
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

export function faultOf(issue: Issue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `有不认识的字段“${issue.keys.join('”“')}”，请核对拼写或删去`;
    case 'invalid_type':
      return issue.input === undefined && missing(issue)
        ? '缺少这一项，请补上'
        : `应为${typeName(issue.expected)}`;
    case 'invalid_value':
      return `应为以下之一：${issue.values.map(String).join('、')}`;
    case 'too_small':
      return issue.message === '' ? '数值太小' : chinese(issue.message, '应为正整数');
    case 'too_big':
      return chinese(issue.message, '超过上限');
    case 'invalid_union':
      return '应为序号（数字或文字）';
    default:
      return chinese(issue.message, '不符合要求');
  }
}

function missing(issue: Issue): boolean {
  return /received undefined/.test(issue.message);
}

function chinese(message: string, otherwise: string): string {
  return /[一-鿿]/.test(message) ? message : otherwise;
}

const typeNames: Readonly<Record<string, string>> = {
  string: '文字（纯数字请加引号）',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表',
  object: '一组字段（键: 值）',
};

function typeName(expected: string): string {
  return typeNames[expected] ?? expected;
}
