import { Described } from '@millrace/chassis';
import { IsCode, IsId, IsLocalDate, IsName, IsRate, TAX_CATEGORIES, type TaxCategory } from '@millrace/contracts';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { ANY, type TaxRule } from '../domain/tax.js';

export class CreateTaxRuleDto {
  /** The customer's country, or "*" for any other than the company's own that has no rule of its own. */
  @Described({ example: 'NO' })
  @Matches(/^([A-Z]{2}|\*)$/, { message: 'country must be an ISO 3166 country such as "GB", or "*"' })
  readonly country!: string;
  @IsIn([...TAX_CATEGORIES, ANY]) readonly taxCategory!: TaxCategory | typeof ANY;
  /** Ends the open rule of the same country and category on the day before. */
  @Described({ description: 'The first day; the open rule of the same country and category ends on the day before.', example: '2030-01-01' })
  @IsLocalDate()
  readonly validFrom!: string;
  /** The last day, after which the rule before it holds again; open when absent. */
  @IsOptional() @IsLocalDate() readonly validTo?: string;
  @Described({ example: 'NO-STANDARD' })
  @IsCode()
  readonly code!: string;
  @Described({ example: 'Norwegian VAT' })
  @IsName()
  readonly name!: string;
  /** "0.2" is 20 %. */
  @Described({ example: '0.25' })
  @IsRate()
  readonly rate!: string;
}

export class EndTaxRuleDto {
  /** The last day that it holds. */
  @IsLocalDate() readonly validTo!: string;
}

export class TaxRuleDto extends CreateTaxRuleDto {
  @IsId() readonly taxRuleId!: string;
  /** When and by whom it was ended, and the rule that took over where one did. */
  @IsOptional() @IsName() readonly endedAt?: string;
  @IsOptional() @IsName() readonly endedBy?: string;
  @IsOptional() @IsId() readonly successorId?: string;
}

export function showTaxRule(rule: TaxRule): TaxRuleDto {
  const { id: taxRuleId, country, taxCategory, validFrom, validTo, code, name, rate, endedAt, endedBy, successorId } = rule;
  return {
    taxRuleId,
    country,
    taxCategory,
    validFrom,
    validTo: validTo ?? undefined,
    code,
    name,
    rate: rate.toFixed(),
    endedAt: endedAt?.toISOString(),
    endedBy: endedBy ?? undefined,
    successorId: successorId ?? undefined,
  };
}
