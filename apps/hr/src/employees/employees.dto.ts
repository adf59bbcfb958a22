import { PageQuery } from '@millrace/chassis';
import { IsLocalDate, IsName } from '@millrace/contracts';
import { IsBoolean, IsEmail, IsOptional, MaxLength } from 'class-validator';

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

export class EmployeesQuery extends PageQuery {}
