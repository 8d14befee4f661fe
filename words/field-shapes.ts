/** What a field takes, said to whoever fills it in. */
import type { FieldShape } from '../engine/core';
import { catalogue, type Language } from './catalogue';
import { valueWords } from './choices';
import { eventWords } from './events';

export const shapeWords = catalogue<(shape: FieldShape) => string>(inChinese, inEnglish);

function inChinese(shape: FieldShape): string {
  switch (shape.type) {
    case 'text':
      return `文字，不为空，至多${shape.max}字`;
    case 'integer':
      return `${shape.min}到${shape.max}的整数`;
    case 'boolean':
      return 'true 或 false';
    case 'date':
      return '日历上存在的日期，写成 2026-11-02';
    case 'oneOf':
      return shape.values.map((value) => choice('zh', value)).join('、') + '之一';
    case 'list':
      return `至多${shape.max}项，每项为${inChinese(shape.of)}`;
    case 'object':
      return `含有 ${Object.entries(shape.fields)
        .map(([name, field]) => `${name}（${field.title}${field.optional ? '，可不填' : ''}）`)
        .join('、')} 的一项`;
    case 'file':
      return '文件';
    case 'json':
      return `JSON，至多${shape.max}字`;
  }
}

function inEnglish(shape: FieldShape): string {
  switch (shape.type) {
    case 'text':
      return `text, not empty, at most ${shape.max} characters`;
    case 'integer':
      return `a whole number from ${shape.min} to ${shape.max}`;
    case 'boolean':
      return 'true or false';
    case 'date':
      return 'a date of the calendar, written 2026-11-02';
    case 'oneOf':
      return `one of ${shape.values.map((value) => choice('en', value)).join(', ')}`;
    case 'list':
      return `at most ${shape.max}, each ${inEnglish(shape.of)}`;
    case 'object':
      return `with ${Object.entries(shape.fields)
        .map(([name, field]) => `${name}${optional(field.title, field.optional)}`)
        .join(', ')}`;
    case 'file':
      return 'a file';
    case 'json':
      return `JSON of at most ${shape.max} characters`;
  }
}

function optional(title: string, isOptional: true | undefined): string {
  const word = eventWords.en.fields[title] ?? title;
  return ` (${word}${isOptional ? ', optional' : ''})`;
}

function choice(language: Language, value: string): string {
  const words = valueWords[language];
  const word = Object.hasOwn(words, value) ? words[value] : undefined;
  return word === undefined ? value : `${value}（${word}）`;
}
