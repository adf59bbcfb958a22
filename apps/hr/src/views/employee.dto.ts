import { IsId, IsName } from '@millrace/contracts';
import { IsBoolean, IsEmail, IsInt, IsOptional } from 'class-validator';

export class EmployeeDto {
  @IsId() readonly employeeId!: string;
  @IsName() readonly name!: string;
  @IsOptional() @IsEmail() readonly email?: string;
  /** Whose records these are: the subject of its tokens, which is the id of its account. */
  @IsOptional() @IsName() readonly subject?: string;
  @IsBoolean() readonly active!: boolean;
  @IsInt() readonly version!: number;
}
