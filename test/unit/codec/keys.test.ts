import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newKey, parseKeys, readKeys } from '../../../codec';
import { ranIn } from '../cli/ran';

const secret = (byte: number): string => Buffer.alloc(32, byte).toString('base64');
const [one, other] = [`2026-a:${secret(1)}`, `2025-b:${secret(2)}`];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhenggai-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function keyFile(text: string, mode = 0o600): string {
  const file = join(folder, 'keys');
  writeFileSync(file, text, { mode });
  chmodSync(file, mode);
  return file;
}

test('the first key encrypts, every key is found by its id, remarks and blank lines count for nothing', () => {
  const keys = parseKeys(`# 密钥\n\n${one}  # 现用\n${other}\n`, 'keys ');
  expect(keys.current?.id).toBe('2026-a');
  expect(['2026-a', '2025-b', '2024'].map((id) => keys.find(id) !== null)).toEqual([
    true,
    true,
    false,
  ]);
});

test.each([
  ['no colon', `${one}\n随便写的`, /第2行：应写作 编号:密钥/],
  ['an id with a blank', `a b:${secret(1)}`, /第1行：密钥编号只能用/],
  ['a key that is too short', `a:${Buffer.alloc(16).toString('base64')}`, /密钥 a 应是32字节/],
  ['a key that is no base64', `a:${'?'.repeat(44)}`, /密钥 a 应是32字节/],
  ['the same id twice', `${one}\n${one}`, /第2行：密钥编号 2026-a 重复/],
  ['nothing but remarks', '# 无', /里没有密钥.*zhenggai new-key/],
  ['a lost key in front', `a:lost\n${one}`, /第一把不能是注明遗失的/],
])('%s is refused with place and remedy, and no key is shown', (_what, text, message) => {
  expect(() => parseKeys(text, '密钥文件 K ')).toThrow(message);
  try {
    parseKeys(text, '密钥文件 K ');
  } catch (error) {
    expect((error as Error).message).not.toContain(secret(1));
    expect((error as Error).message).toContain('密钥文件 K');
  }
});

test('without the setting nothing is encrypted', () => {
  expect(readKeys(undefined, folder)).toEqual({ keys: expect.anything(), file: null });
  expect(readKeys('  ', folder).keys.current).toBeNull();
});

test('the setting is a file, relative to where one is, or the keys themselves', () => {
  const file = keyFile(one);
  expect(readKeys('keys', folder)).toMatchObject({ file, keys: { current: { id: '2026-a' } } });
  expect(readKeys(`${other},${one}`, folder)).toMatchObject({
    file: null,
    keys: { current: { id: '2025-b' } },
  });
});

test('a file that others can read or the group can write is refused, one that only the group can read is not', () => {
  for (const mode of [0o644, 0o604, 0o620, 0o660])
    expect(() => readKeys(keyFile(one, mode), folder)).toThrow(/权限是 0\d+.*chmod 600/);
  for (const mode of [0o600, 0o400, 0o640, 0o440])
    expect(readKeys(keyFile(one, mode), folder).keys.current?.id).toBe('2026-a');
});

test('a file that is not there is named, with the command that makes one', () => {
  expect(() => readKeys('nowhere/keys', folder)).toThrow(
    /密钥文件 .*nowhere\/keys 不能读取：没有这个文件.*zhenggai new-key/,
  );
});

test('new keys differ, and tell their day', () => {
  const [first, second] = [newKey('2026-10-05'), newKey('2026-10-05')];
  expect(first.id).toMatch(/^2026-10-05-[0-9a-f]{6}$/);
  expect(first.line).not.toBe(second.line);
  expect(parseKeys(first.line, '').current?.id).toBe(first.id);
});

test('new-key makes a file for its owner alone; again, the new key comes first and the old one stays', async () => {
  const made = await ranIn(folder, ['new-key', 'keys']);
  expect(made).toMatchObject({ code: 0, out: '' });
  const file = join(folder, 'keys');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const before = readKeys(file, folder).keys.current?.id ?? '';
  expect(made.err).toContain(before);
  await ranIn(folder, ['new-key', 'keys']);
  const { keys } = readKeys(file, folder);
  expect(keys.current?.id).not.toBe(before);
  expect(keys.find(before)).not.toBeNull();
  expect(readFileSync(file, 'utf8')).toMatch(/^# /);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('new-key --standby puts the key last, where it only decrypts', async () => {
  keyFile(`${one}\n`);
  const { err } = await ranIn(folder, ['new-key', 'keys', '--standby']);
  expect(err).toContain('只用于解密');
  const { keys } = readKeys('keys', folder);
  expect(keys.current?.id).toBe('2026-a');
  expect(readFileSync(join(folder, 'keys'), 'utf8').trim().split('\n')).toHaveLength(2);
});

test('new-key without a file only prints, and never writes over what is no key file', async () => {
  const { out } = await ranIn(folder, ['new-key']);
  expect(parseKeys(out, '').current).not.toBeNull();
  keyFile('购物清单\n');
  const { code, err } = await ranIn(folder, ['new-key', 'keys']);
  expect([code, readFileSync(join(folder, 'keys'), 'utf8')]).toEqual([2, '购物清单\n']);
  expect(err).toContain('第1行');
});
