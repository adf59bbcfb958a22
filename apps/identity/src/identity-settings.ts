import { IsOptional, IsString, Matches, MinLength } from 'class-validator';

/** What identity needs beside what every service needs. */
export class IdentitySettings {
  @IsString() readonly TOKEN_ISSUER: string = 'millrace';
  /** Seals the signing keys in the database, and what people prove themselves with. */
  @IsString() @MinLength(16) readonly IDENTITY_SECRET!: string;
  /** Where the gateway stands for the world, such as `https://erp.example`: the issuer of OpenID Connect, which is off without it. */
  @IsOptional()
  @Matches(/^https?:\/\/[a-z0-9.-]+(:[0-9]{1,5})?$/, { message: 'PUBLIC_URL must be an address such as https://erp.example' })
  readonly PUBLIC_URL?: string;
  /** The first administrator, made when there is no user yet. */
  @IsOptional() @IsString() readonly BOOTSTRAP_EMAIL?: string;
  @IsOptional() @IsString() @MinLength(12) readonly BOOTSTRAP_PASSWORD?: string;
}
