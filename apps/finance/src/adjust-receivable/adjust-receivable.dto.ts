import { IsEnteredAmount, IsId, IsLocalDate, IsName, IsPositiveAmount } from '@millrace/contracts';
import { IsOptional } from 'class-validator';

export class WriteOffDto {
  /** Of what is open; all of it when absent. */
  @IsOptional() @IsPositiveAmount() readonly amount?: string;
  @IsOptional() @IsLocalDate() readonly adjustedOn?: string;
  @IsName() readonly reason!: string;
}

export class BadDebtDto {
  @IsId() readonly customerId!: string;
  /** Above zero raises what the customer owes, against bad debts; below zero lowers it. */
  @IsEnteredAmount() readonly amount!: string;
  @IsOptional() @IsLocalDate() readonly adjustedOn?: string;
  @IsName() readonly reason!: string;
}

export class OpeningReceivableDto {
  @IsId() readonly customerId!: string;
  /** Above zero what the customer owed when the books began, below zero what it had in its favour. */
  @IsEnteredAmount() readonly amount!: string;
  /** Today when absent; a past date needs a permission. */
  @IsOptional() @IsLocalDate() readonly openedOn?: string;
  /** The number of the old invoice, for example. */
  @IsName() readonly reason!: string;
}
