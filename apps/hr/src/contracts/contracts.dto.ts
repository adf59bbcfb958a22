import { IsCode, IsCurrency, IsId, IsLocalDate, IsPositiveAmount } from '@millrace/contracts';
import { IsBoolean, IsInt, IsOptional } from 'class-validator';

class ContractTermsDto {
  @IsLocalDate() readonly validFrom!: string;
  /** The last day; open when absent. */
  @IsOptional() @IsLocalDate() readonly validTo?: string;
  /** In the company's currency. */
  @IsPositiveAmount() readonly monthlyGross!: string;
  @IsOptional() @IsCode() readonly costCentre?: string;
}

export class SignContractDto extends ContractTermsDto {
  /** Ends the contract that is open, if it began no later, on the day before: so pay is raised. */
  @IsOptional() @IsBoolean() readonly endsOpenContract?: boolean;
}

export class EndContractDto {
  /** The last day, earlier or later than the one before; a contract that ends before it begins is revoked. */
  @IsLocalDate() readonly endsOn!: string;
}

export class ContractDto extends ContractTermsDto {
  @IsId() readonly contractId!: string;
  @IsId() readonly employeeId!: string;
  @IsCurrency() readonly currency!: string;
  /** It was ended before it began, and covers no day. */
  @IsBoolean() readonly revoked!: boolean;
  @IsInt() readonly version!: number;
}
