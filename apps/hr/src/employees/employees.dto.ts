import { Described, Example, PageQuery } from '@millrace/chassis';
import { IsLocalDate, IsName } from '@millrace/contracts';
import { IsBoolean, IsEmail, IsOptional, MaxLength } from 'class-validator';

export class HireEmployeeDto {
  @Described({ example: 'Ben Carter' }) @IsName() readonly name!: string;
  @IsOptional() @IsEmail() @MaxLength(320) readonly email?: string;
}

export class ChangeEmployeeDto {
  @Described({ example: 'Ben Carter' }) @IsOptional() @IsName() readonly name?: string;
  @IsOptional() @IsEmail() @MaxLength(320) readonly email?: string;
  @IsOptional() @IsBoolean() readonly active?: boolean;
  /** With `active: false`: the last day of every contract that would run past it. */
  @IsOptional() @IsLocalDate() readonly endsOn?: string;
}

@Example({ subject: '0199a1b0-0000-7000-8000-000000000001' })
export class LinkAccountDto {
  /** The id of the account in which this person signs in; none when absent. */
  @IsOptional() @IsName() readonly subject?: string;
}

export class EmployeesQuery extends PageQuery {}
