import { IsEmail, MaxLength } from 'class-validator';

export class ResetRequestDto {
  /** That the person signs in with. */
  @IsEmail() @MaxLength(320) readonly email!: string;
}
