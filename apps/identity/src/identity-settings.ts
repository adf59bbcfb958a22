import { IsIn, IsOptional, IsString, Matches, MinLength } from 'class-validator';

/** What identity needs beside what every service needs. */
export class IdentitySettings {
  @IsString() readonly TOKEN_ISSUER: string = 'millrace';
  /** Seals the signing keys in the database, and what people prove themselves with. */
  @IsString() @MinLength(16) readonly IDENTITY_SECRET!: string;
  /** Where the gateway stands for the world, such as `https://erp.example`: the issuer of OpenID Connect, which is off without it. */
  @IsOptional()
  @Matches(/^https?:\/\/[a-z0-9.-]+(:[0-9]{1,5})?$/, { message: 'PUBLIC_URL must be an address such as https://erp.example' })
  readonly PUBLIC_URL?: string;
  /** Whose passkeys are asked for, when not those of the host of `PUBLIC_URL`: a domain above it, such as `example.com`. */
  @IsOptional() @Matches(/^[a-z0-9.-]+$/, { message: 'PASSKEY_DOMAIN must be a domain such as example.com' }) readonly PASSKEY_DOMAIN?: string;
  /** Pages beside those of `PUBLIC_URL` that may ask for passkeys, of the same domain: origins with commas between. */
  @IsOptional()
  @Matches(/^https?:\/\/[a-z0-9.-]+(:[0-9]{1,5})?(,https?:\/\/[a-z0-9.-]+(:[0-9]{1,5})?)*$/, {
    message: 'PASSKEY_ORIGINS must be origins such as https://console.erp.example, with commas between',
  })
  readonly PASSKEY_ORIGINS?: string;
  /** Who needs a second factor: holders of roles that demand one, also when absent, or everybody. */
  @IsOptional() @IsIn(['by-role', 'everybody']) readonly SECOND_FACTOR?: 'by-role' | 'everybody';
  /** The first administrator, made when there is no user yet. */
  @IsOptional() @IsString() readonly BOOTSTRAP_EMAIL?: string;
  @IsOptional() @IsString() @MinLength(12) readonly BOOTSTRAP_PASSWORD?: string;
}
