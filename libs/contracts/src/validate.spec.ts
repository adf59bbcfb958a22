import { IsIn, IsOptional } from 'class-validator';
import { describe, expect, it } from 'vitest';
import { IsCountry, IsCurrency, IsDecimalString, IsId, IsLines, IsName, IsQuantity, IsSku, IsTimeZone, violationsOf } from './index.js';

class Line {
  @IsSku() readonly sku!: string;
  @IsQuantity() readonly quantity!: string;
}

class Parts {
  @IsOptional() @IsIn(['refuse', 'back-order']) readonly policy?: string;
  @IsOptional() @IsCurrency() readonly currency?: string;
  @IsOptional() @IsCountry() readonly country?: string;
  @IsOptional() @IsTimeZone() readonly timeZone?: string;
  @IsOptional() @IsName() readonly name?: string;
  @IsOptional() @IsSku() readonly sku?: string;
  @IsOptional() @IsId() readonly id?: string;
  @IsOptional() @IsDecimalString() readonly figure?: string;
  @IsOptional() @IsLines(() => Line) readonly lines?: readonly Line[];
}

const strict = (document: object) => violationsOf(Parts, document, { strict: true });
const pointers = (document: object) => strict(document).map(({ pointer }) => pointer);
/** What every object of JavaScript answers to; the first cannot be written as a field without a parser. */
const names = Object.getOwnPropertyNames(Object.prototype).filter((name) => name !== '__proto__');

describe('holding a document against its class', () => {
  it.each(names)('refuses a field named %s, which no class knows', (name) => {
    expect(strict({ [name]: 'x' })).toEqual([{ pointer: `/${name}`, detail: 'is not a field of this document' }]);
    expect(violationsOf(Parts, { [name]: 'x' }, { strict: false })).toEqual([]);
  });

  it('refuses unknown fields of a part and of a line, and says where each stands', () => {
    const lines: object[] = ['quantity', 'hasOwnProperty'].map((last) => ({ sku: 'MUG', quantity: '1', [last]: '1' }));
    const document = { colour: 'red', 'a/b~c': 1, lines };
    expect(pointers(document)).toEqual(['/colour', '/a~1b~0c', '/lines/1/hasOwnProperty']);
    expect(violationsOf(Parts, document, { strict: false })).toEqual([]);
  });

  it('knows the fields that a class inherits, and their parts', () => {
    class More extends Parts {
      @IsName() readonly more!: string;
    }
    const document = { more: 'x', sku: 'MUG', lines: [{ sku: 'MUG', quantity: '1', colour: 'red' }] };
    expect(violationsOf(More, document, { strict: true }).map(({ pointer }) => pointer)).toEqual(['/lines/0/colour']);
  });

  it.each(names)('takes %s for no value of a list', (name) => {
    expect(pointers({ policy: name, currency: name, country: name, timeZone: name })).toEqual(['/policy', '/currency', '/country', '/timeZone']);
  });

  it.each([
    [true, 'a number out of range', { quantity: ['-1', '0', '0.0000001', '1000000000', '1'.repeat(400)] }],
    [true, 'a code in other letters', { sku: ['mug', 'M\u202eUG', '\u041cUG', ''] }],
    [false, 'what is no number', { quantity: ['one', '1e3', '-0', '-0.00', '0x10', '1,000', '01', '+1', '', '\uff11', 1, null, ['1']] }],
    [false, 'what is no text', { sku: [1, null, ['MUG'], {}] }],
  ] as [boolean, string, Record<string, unknown[]>][])('says %s to whether it understood %s', (understood, _what, fields) => {
    for (const [field, values] of Object.entries(fields)) {
      for (const value of values) {
        const violations = violationsOf(Line, { sku: 'MUG', quantity: '1', [field]: value }, { strict: true });
        expect({ value, violations }).toEqual({
          value,
          violations: [{ pointer: `/${field}`, detail: expect.any(String), ...(understood ? { understood } : {}) }],
        });
      }
    }
  });

  it('understands a list that is too long, and not one that is none', () => {
    class Bulk {
      @IsLines(() => Line, { max: 1 }) readonly rows!: readonly Line[];
    }
    const line = { sku: 'MUG', quantity: '1' };
    expect(violationsOf(Bulk, { rows: [line, line] }, { strict: true })).toMatchObject([{ pointer: '/rows', understood: true }]);
    expect(violationsOf(Bulk, { rows: 'x' }, { strict: true }).some(({ understood }) => understood)).toBe(false);
  });

  it('names a hundred broken rules and no more', () => {
    const lines = (count: number) => Array.from({ length: count }, () => ({ sku: 'MUG', quantity: '0' }));
    expect(strict({ lines: lines(100) })).toHaveLength(100);
    expect(strict({ lines: lines(4_000) })).toHaveLength(100);
    expect(strict({ lines: lines(4_000) })[99]!.pointer).toBe('/lines/99/quantity');
  });
});

describe('a code', () => {
  it.each(['MUG', '85123A', 'A B', 'A'.repeat(40)])('may be %j', (sku) => {
    expect(pointers({ sku })).toEqual([]);
  });

  it.each([
    ['turns the direction of what follows', 'MUG\u202eGUM'],
    ['has no width', 'MUG\u200b'],
    ['joins without being seen', 'M\u200dUG'],
    ['looks like another', '\u041cUG'],
    ['is a small letter', 'mug'],
    ['is a space at its end', 'MUG '],
  ])('has no character that %s', (_what, sku) => {
    expect(pointers({ sku })).toEqual(['/sku']);
  });
});

describe('a name', () => {
  it.each(['Café', 'می\u200cخواهم', '👩\u200d🍳', 'O’Neill'])('may be %j', (name) => {
    expect(pointers({ name })).toEqual([]);
  });

  it.each(['\u202e', '\u202a', '\u2066', '\u0000', '\u001b', '\u2028', '\ud800'])('has no %j', (character) => {
    expect(pointers({ name: `a${character}b` })).toEqual(['/name']);
  });
});

describe('an id', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('may be a UUID of version %i', (version) => {
    expect(pointers({ id: `0199a1b0-0000-${version}000-8000-000000000001` })).toEqual([]);
  });

  it.each([
    '00000000-0000-0000-0000-000000000000',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
    '0199a1b0-0000-0000-8000-000000000001',
    '0199a1b0-0000-9000-8000-000000000001',
    '0199a1b0-0000-7000-c000-000000000001',
    '0199A1B0-0000-7000-8000-000000000001',
    ' 0199a1b0-0000-7000-8000-000000000001',
    '0199a1b0-0000-7000-8000-000000000001\n',
    '0199a1b0000070008000000000000001',
  ])('is not %j', (id) => {
    expect(pointers({ id })).toEqual(['/id']);
  });
});

describe('a figure', () => {
  it.each(['0', '0.00', '-0.000001', '-10', '12.50'])('may be %s', (figure) => {
    expect(pointers({ figure })).toEqual([]);
  });

  it.each(['-0', '-0.0', '-0.000000', '0x10', '1e400', '1,000', '\uff11\uff12', 'NaN', ' 1', '+1', '01'])('is not %j', (figure) => {
    expect(pointers({ figure })).toEqual(['/figure']);
  });
});
