import fc from 'fast-check';
import { cleanName, extensionOf, nameOnDisk } from '../../../../ledger/evidence/file-name';

test.each([
  ['合同.pdf', '合同.pdf'],
  ['C:\\Users\\张伟\\合同.pdf', '合同.pdf'],
  ['../../etc/passwd.txt', 'passwd.txt'],
  ['合同\u202efdp.exe', '合同fdp.exe'],
  ['合\n同\0\t .pdf ', '合同 .pdf'],
  ['合同.pdf...', '合同.pdf'],
  ['e\u0301tat.pdf', '\u00e9tat.pdf'],
  ['全家\u{1f468}\u200d\u{1f469}.jpg', '全家\u{1f468}\u200d\u{1f469}.jpg'],
  ['..', ''],
  [`${'长'.repeat(300)}.pdf`, `${'长'.repeat(196)}.pdf`],
])('%j is called %j', (given, name) => {
  expect(cleanName(given)).toBe(name);
});

test.each([
  ['合同.PDF', '.pdf'],
  ['合同.tar.zip', '.zip'],
  ['.pdf', ''],
  ['合同', ''],
  ['合同.', ''],
])('the extension of %j is %j', (name, extension) => {
  expect(extensionOf(name)).toBe(extension);
});

test('on a disk no name leads elsewhere, is too long, or is another’s', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 400 }),
      fc.integer({ min: 1, max: 12 }),
      (given, copy) => {
        const name = nameOnDisk(given, copy);
        expect(name).not.toMatch(/[/\\<>:"|?*\p{Cc}]|^\.|^$/u);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
        expect(nameOnDisk(given, copy + 1)).not.toBe(name);
        expect(cleanName(cleanName(given))).toBe(cleanName(given));
      },
    ),
  );
  expect(nameOnDisk('合同.pdf', 2)).toBe('合同 (2).pdf');
  expect(nameOnDisk('长'.repeat(200) + '.pdf', 3)).toBe(`${'长'.repeat(77)} (3).pdf`);
  expect(nameOnDisk('')).toBe('_');
});
