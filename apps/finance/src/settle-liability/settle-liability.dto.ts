import { PageQuery } from '@millrace/chassis';
import { IsCode, IsCurrency, IsEnteredAmount, IsId, IsLocalDate, IsName, IsSignedAmount } from '@millrace/contracts';
import { IsIn, IsOptional } from 'class-validator';
import { LIABILITY_KINDS, type LiabilityKind, type LiabilitySettlement } from '../domain/liability-settlement.js';

export class SettleLiabilityDto {
  /** Sales tax; what was withheld of wages and the employer's share; or net wages that opening entries brought. */
  @IsIn(LIABILITY_KINDS) readonly kind!: LiabilityKind;
  /** The time for which it was owed. */
  @IsLocalDate() readonly periodStartsOn!: string;
  @IsLocalDate() readonly periodEndsOn!: string;
  /** Paid from the bank; below zero for what came back. */
  @IsEnteredAmount() readonly amount!: string;
  /** Another account of the same kind and control, for what was owed there; the one that the kind is booked to when absent. */
  @IsOptional() @IsCode() readonly account?: string;
  /** Today when absent; a past date needs a permission. */
  @IsOptional() @IsLocalDate() readonly settledOn?: string;
  @IsOptional() @IsName() readonly reference?: string;
}

export class LiabilitySettlementDto {
  @IsId() readonly settlementId!: string;
  @IsName() readonly number!: string;
  @IsIn(LIABILITY_KINDS) readonly kind!: LiabilityKind;
  @IsLocalDate() readonly periodStartsOn!: string;
  @IsLocalDate() readonly periodEndsOn!: string;
  @IsCode() readonly account!: string;
  @IsLocalDate() readonly settledOn!: string;
  @IsLocalDate() readonly postedOn!: string;
  @IsCurrency() readonly currency!: string;
  @IsSignedAmount() readonly amount!: string;
  @IsOptional() @IsName() readonly reference?: string;
  @IsId() readonly journalEntryId!: string;
}

export class LiabilitySettlementsQuery extends PageQuery {
  @IsOptional() @IsIn(LIABILITY_KINDS) readonly kind?: LiabilityKind;
}

export function showSettlement(settlement: LiabilitySettlement): LiabilitySettlementDto {
  const { id: settlementId, number, kind, periodStartsOn, periodEndsOn, accountCode: account, settledOn, postedOn, currency, reference } = settlement;
  const { money, entryId: journalEntryId } = settlement;
  return {
    settlementId,
    number,
    kind,
    periodStartsOn,
    periodEndsOn,
    account,
    settledOn,
    postedOn,
    currency,
    amount: `${money}`,
    reference: reference ?? undefined,
    journalEntryId,
  };
}
