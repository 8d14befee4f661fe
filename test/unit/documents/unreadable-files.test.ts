// Files that cannot be taken in: each refused with its cause, its place and a way on.
import { importFeedback, ImportError } from '../../../documents';

describe('a file is refused', () => {
  it.each([
    ['when it is empty', '', 'a.txt', 'file-empty'],
    ['when it is blank', '\uFEFF \r\n\t\n', 'a.txt', 'file-empty'],
    [
      'when it holds no problem',
      '今天天气很好，我们去公园玩。\n一、早上\n1.吃饭。',
      'a.txt',
      'no-problems-found',
    ],
    [
      'when it only mentions rectification',
      '整改工作很重要，问题要解决。',
      'a.txt',
      'no-problems-found',
    ],
    [
      'when it is a web page without problems',
      '<!DOCTYPE html><html><p>您访问的页面不存在</p></html>',
      'a.txt',
      'no-problems-found',
    ],
    ['when it is RTF', '{\\rtf1 1.}', 'a.doc', 'format-not-supported'],
    ['when it is PDF', '%PDF-1.7 …', 'a.txt', 'format-not-supported'],
  ])('%s', (_, text, name, code) => {
    expect(refusal(Buffer.from(text), name)).toMatchObject({ name: 'ImportError', code });
  });

  it.each([
    ['.docx and .xlsx cut off', [0x50, 0x4b, 0x03, 0x04, 0, 0], 'file-damaged'],
    ['.doc and .xls', [0xd0, 0xcf, 0x11, 0xe0, 0xa1], 'format-not-supported'],
    ['pictures', [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0], 'format-not-supported'],
    ['bytes of no encoding', [0xff, 0xff, 0xff, 0x41, 0x80, 0xff], 'file-binary'],
  ])('when it is one of %s', (_, bytes, code) => {
    expect(refusal(Uint8Array.from(bytes), 'a.txt').code).toBe(code);
  });

  it('when it is over the limit, which is named', () => {
    const error = refusal(new Uint8Array(20 * 1024 * 1024 + 1), 'a.txt');
    expect(error.code).toBe('file-too-large');
    expect(error.message).toContain('20 MB');
  });

  it('in Chinese, with a remedy and without a stack', () => {
    for (const error of [
      refusal(Buffer.from(''), 'a.txt'),
      refusal(Buffer.from('整改问题'), 'a.txt'),
    ]) {
      expect(error.message).toMatch(/请/);
      expect(error.message).not.toMatch(/ at |\.ts/);
    }
  });
});

describe('a text is read', () => {
  const report = '一、巡察整改情况\n1.台账不全。\n整改情况：补记。';

  it('whatever its name says', () => {
    for (const name of ['通报.txt', '通报', '通报.docx', '通报.md']) {
      expect(importFeedback(Buffer.from(report), name).problems).toHaveLength(1);
    }
  });

  it('in UTF-16 of either order', () => {
    const little = Buffer.from(`\uFEFF${report}`, 'utf16le');
    const big = Buffer.from(little).swap16();
    expect(importFeedback(little, 'a.txt').problems).toHaveLength(1);
    expect(importFeedback(big, 'a.txt').problems).toHaveLength(1);
  });

  it('as a list when it looks like one, whatever its name says', () => {
    const list =
      '{"unit":"松江县粮食局党组","feedbackOn":"2026-11-02","problems":[{"title":"台账不全"}]}';
    expect(importFeedback(Buffer.from(list), 'a.txt').problems[0]?.title).toBe('台账不全');
  });
});

function refusal(bytes: Uint8Array, name: string): ImportError {
  try {
    importFeedback(bytes, name);
  } catch (error) {
    if (error instanceof ImportError) return error;
    throw error;
  }
  throw new Error('was taken in');
}
