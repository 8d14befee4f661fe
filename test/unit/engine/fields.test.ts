import { checkFields, describeShape, type FieldShape, type Json } from '../../../engine/core';

const accepted: readonly (readonly [FieldShape, Json])[] = [
  [{ type: 'text', max: 3 }, 'abc'],
  [{ type: 'text', max: 3 }, '整改'],
  [{ type: 'integer', min: -1, max: 1 }, -1],
  [{ type: 'boolean' }, false],
  [{ type: 'date' }, '2028-02-29'],
  [{ type: 'oneOf', values: ['a', 'b'] }, 'b'],
  [{ type: 'list', of: { type: 'boolean' }, max: 1 }, []],
  [{ type: 'list', of: { type: 'boolean' }, max: 1 }, [true]],
  [{ type: 'object', fields: { a: { type: 'boolean', title: 'A' } } }, { a: true }],
  [{ type: 'file' }, { sha256: '0f'.repeat(32), name: '照片 1.jpg', size: 1 }],
  [{ type: 'json', max: 20 }, { a: [null, { b: 1 }] }],
];

test.each(accepted)('%j takes %j', (shape, value) => {
  expect(checkFields({ f: { ...shape, title: 'F' } }, { f: value })).toEqual([]);
});

const photo = { sha256: '0f'.repeat(32), name: '照片.jpg', size: 1 };

const refused: readonly (readonly [FieldShape, Json, string])[] = [
  [{ type: 'text', max: 3 }, 'abcd', 'f size'],
  [{ type: 'text', max: 3 }, '  ', 'f value'],
  [{ type: 'text', max: 3 }, '', 'f value'],
  [{ type: 'text', max: 3 }, 1, 'f type'],
  [{ type: 'text', max: 3 }, ['a'], 'f type'],
  [{ type: 'integer', min: 0, max: 9 }, 10, 'f value'],
  [{ type: 'integer', min: 0, max: 9 }, -1, 'f value'],
  [{ type: 'integer', min: 0, max: 9 }, 0.5, 'f type'],
  [{ type: 'integer', min: 0, max: 9 }, '5', 'f type'],
  [{ type: 'integer', min: 0, max: 9 }, true, 'f type'],
  [{ type: 'boolean' }, 'true', 'f type'],
  [{ type: 'boolean' }, 0, 'f type'],
  [{ type: 'date' }, '2026-02-30', 'f value'],
  [{ type: 'date' }, '2026-2-3', 'f value'],
  [{ type: 'date' }, '2026-03-02T00:00:00Z', 'f value'],
  [{ type: 'date' }, 20260302, 'f value'],
  [{ type: 'oneOf', values: ['a', 'b'] }, 'c', 'f value'],
  [{ type: 'oneOf', values: ['a', 'b'] }, ['a'], 'f value'],
  [{ type: 'list', of: { type: 'boolean' }, max: 1 }, [true, true], 'f size'],
  [{ type: 'list', of: { type: 'boolean' }, max: 2 }, [true, 1], 'f.1 type'],
  [{ type: 'list', of: { type: 'boolean' }, max: 2 }, [null], 'f.0 type'],
  [{ type: 'list', of: { type: 'boolean' }, max: 2 }, { 0: true, length: 1 }, 'f type'],
  [{ type: 'object', fields: { a: { type: 'boolean', title: 'A' } } }, [], 'f type'],
  [{ type: 'object', fields: { a: { type: 'boolean', title: 'A' } } }, {}, 'f.a missing'],
  [{ type: 'object', fields: {} }, { b: 1 }, 'f.b unknown'],
  [{ type: 'file' }, '照片.jpg', 'f type'],
  [{ type: 'file' }, { ...photo, sha256: '0F'.repeat(32) }, 'f.sha256 value'],
  [{ type: 'file' }, { ...photo, sha256: '0f'.repeat(31) }, 'f.sha256 value'],
  [{ type: 'file' }, { ...photo, sha256: '../'.repeat(30) }, 'f.sha256 size'],
  [{ type: 'file' }, { ...photo, name: '' }, 'f.name value'],
  [{ type: 'file' }, { ...photo, name: '长'.repeat(201) }, 'f.name size'],
  [{ type: 'file' }, { ...photo, size: 0 }, 'f.size value'],
  [{ type: 'file' }, { ...photo, path: '/etc' }, 'f.path unknown'],
  [{ type: 'json', max: 3 }, { a: 1 }, 'f size'],
];

test.each(refused)('%j refuses %j', (shape, value, fault) => {
  const faults = checkFields({ f: { ...shape, title: 'F' } }, { f: value });
  expect(faults).toEqual([
    { path: expect.any(String), code: expect.any(String), expected: expect.any(String) },
  ]);
  expect(`${faults[0]?.path} ${faults[0]?.code}`).toBe(fault);
});

test('a list names each item that does not fit', () => {
  const list: FieldShape = { type: 'list', of: { type: 'date' }, max: 5 };
  const faults = checkFields({ f: { ...list, title: 'F' } }, { f: ['2026-01-01', 'x', 'y'] });

  expect(faults.map((fault) => fault.path)).toEqual(['f.1', 'f.2']);
});

test('a field named like something every object inherits is missing when it was not sent', () => {
  const fields = {
    toString: { type: 'boolean', title: 'T' },
    constructor: { type: 'boolean', title: 'C' },
  } as const;

  expect(checkFields(fields, {}).map((fault) => `${fault.path} ${fault.code}`)).toEqual([
    'toString missing',
    'constructor missing',
  ]);
});

test.each([null, undefined, 1, 'x', [], () => 0])(
  'a payload that is %p is refused and throws nothing',
  (payload) => {
    expect(checkFields({}, payload)).toEqual([{ path: '', code: 'type', expected: 'an object' }]);
  },
);

test.each(accepted)('%j says in words what it expects', (shape) => {
  expect(describeShape(shape)).toMatch(/^(text of|a |true or|one of|an object|JSON of)/);
});
