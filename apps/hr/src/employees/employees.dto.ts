import { PageQuery } from '@millrace/chassis';
import { IsId, IsLocalDate, IsName } from '@millrace/contracts';
import { IsBoolean, IsEmail, IsInt, IsOptional, MaxLength } from 'class-validator';

export class HireEmployeeDto {
  @IsName() readonly name!: string;
  @IsOptional() @IsEmail() @MaxLength(320) readonly email?: string;
}

export class ChangeEmployeeDto {
  @IsOptional() @IsName() readonly name?: string;
  @IsOptional() @IsEmail() @MaxLength(320) readonly email?: string;
  @IsOptional() @IsBoolean() readonly active?: boolean;
  /** With `active: false`: the last day of every contract that would run past it. */
  @IsOptional() @IsLocalDate() readonly endsOn?: string;
}

export class EmployeeDto {
  @IsId() readonly employeeId!: string;
  @IsName() readonly name!: string;
  @IsOptional() @IsEmail() readonly email?: string;
  @IsBoolean() readonly active!: boolean;
  @IsInt() readonly version!: number;
}

export class EmployeesQuery extends PageQuery {}
