import { IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { describe, expect, it } from 'vitest';
import { fieldsOf, IsAmount, IsLines, IsName, IsPart, Personal } from './index.js';

class Line {
  @IsAmount() readonly amount!: string;
}

class Document {
  @IsName() @Personal() readonly name!: string;
  @IsOptional() @IsIn(['refuse', 'wait']) readonly policy?: string;
  @IsInt() @Min(0) @Max(366) readonly days!: number;
  @IsBoolean() readonly final!: boolean;
  @IsPart(() => Line) readonly total!: Line;
  @IsLines(() => Line, { min: 0, max: 3 }) readonly lines!: readonly Line[];
}

describe('the fields of a contract, for people', () => {
  const fields = fieldsOf(Document);

  it('stand in the order of the class, and say whether they must be there and what their rules are', () => {
    expect(fields.map(({ name, type, required, rules }) => [name, type, required, rules.join(', ')])).toEqual([
      ['name', 'text', true, '1 to 200 characters, not blank, without control characters'],
      ['policy', 'text', false, 'one of `refuse`, `wait`'],
      ['days', 'number', true, 'a whole number, at least 0, at most 366'],
      ['final', 'yes or no', true, ''],
      ['total', 'object', true, ''],
      ['lines', 'list', true, 'at most 3'],
    ]);
  });

  it('say which tell of a person, and which hold other objects', () => {
    expect(fields.filter(({ personal }) => personal).map(({ name }) => name)).toEqual(['name']);
    expect(fields.flatMap(({ name, part, isList }) => (part ? [[name, part, isList]] : []))).toEqual([
      ['total', Line, false],
      ['lines', Line, true],
    ]);
  });
});
