import { IsId, IsName } from '@millrace/contracts';
import { IsBoolean, IsEmail, IsInt, IsOptional } from 'class-validator';

export class EmployeeDto {
  @IsId() readonly employeeId!: string;
  @IsName() readonly name!: string;
  @IsOptional() @IsEmail() readonly email?: string;
  @IsBoolean() readonly active!: boolean;
  @IsInt() readonly version!: number;
}
