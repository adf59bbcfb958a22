import { IsOptional, IsString, MinLength } from 'class-validator';

/** What identity needs beside what every service needs. */
export class IdentitySettings {
  @IsString() readonly TOKEN_ISSUER: string = 'millrace';
  /** Seals the signing keys in the database. */
  @IsString() @MinLength(16) readonly IDENTITY_SECRET!: string;
  /** The first administrator, made when there is no user yet. */
  @IsOptional() @IsString() readonly BOOTSTRAP_EMAIL?: string;
  @IsOptional() @IsString() @MinLength(12) readonly BOOTSTRAP_PASSWORD?: string;
}
