import { zipSync } from 'fflate';
import { openZip } from '../../../../documents/formats/open-zip';

const text = (value: string) => new TextEncoder().encode(value);
const archive = zipSync({ 'word/document.xml': text('<w:document/>'), 'a.txt': text('甲') });

test('says what is in it, and gives a part as text', () => {
  const opened = openZip(archive);
  expect([...opened.names]).toEqual(['word/document.xml', 'a.txt']);
  expect(opened.text('a.txt')).toBe('甲');
  expect(opened.text('b.txt')).toBeNull();
});

test('cut off anywhere it is damaged, and nothing else', () => {
  for (let length = 4; length < archive.length; length += 7)
    expect(() => openZip(archive.subarray(0, length)).text('a.txt')).toThrow('已损坏');
});

test('a bomb is refused before it is inflated', () => {
  const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(200 * 1024 * 1024) });
  expect(bomb.length).toBeLessThan(1024 * 1024);
  expect(() => openZip(bomb)).toThrow('展开后过大');
});

test('an encrypted one says how to take the password off', () => {
  const locked = archive.slice();
  locked[6] = (locked[6] ?? 0) | 1;
  expect(() => openZip(locked)).toThrow('去掉密码');
});
