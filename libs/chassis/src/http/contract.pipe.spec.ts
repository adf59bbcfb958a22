import { IsLines } from '@millrace/contracts';
import { IsInt, IsOptional, IsString } from 'class-validator';
import { describe, expect, it } from 'vitest';
import { ContractPipe, NullSays } from './contract.pipe.js';

class LineDto {
  @IsString() readonly sku!: string;
  @IsOptional() @IsString() readonly description?: string;
}

class WishDto {
  @IsString() readonly name!: string;
  @IsOptional() @IsString() readonly unit?: string;
  @NullSays() @IsOptional() @IsInt() readonly limit?: number | null;
  @IsOptional() @IsLines(() => LineDto, { min: 0 }) readonly lines?: readonly LineDto[];
}

describe('a body', () => {
  const arriving = (body: unknown) => new ContractPipe().transform(body, { type: 'body', metatype: WishDto });

  it('says by null no more than by nothing, at any depth', () => {
    expect(arriving({ name: 'Mug', unit: null, lines: [{ sku: 'A', description: null }] })).toStrictEqual({ name: 'Mug', lines: [{ sku: 'A' }] });
  });

  it('keeps null where it says something', () => {
    expect(arriving({ name: 'Mug', limit: null })).toStrictEqual({ name: 'Mug', limit: null });
  });

  it('needs what it needs', () => {
    expect(() => arriving({ name: null })).toThrow('name');
  });
});
