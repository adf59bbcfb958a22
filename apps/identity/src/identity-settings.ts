import { SettingsFault } from '@millrace/chassis';
import { IsIn, IsOptional, IsString, Matches, MinLength } from 'class-validator';

const EMAIL = /^[!#-'*+./0-9=?^_`a-z{|}~A-Z-]{1,64}@[A-Za-z0-9.-]{1,253}$/;
const HTTP_URL = /^https?:\/\/[a-z0-9.-]+(:[0-9]{1,5})?(\/[A-Za-z0-9._~-]+)*$/;

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
  /**
   * The server that takes mails, such as `smtps://user:password@mail.example` or `smtp://mail.example:587`; without it none are
   * sent.
   */
  @IsOptional()
  @Matches(/^smtp(?:s|\+plain)?:\/\/[^\s/?#]+\/?$/, { message: 'MAIL_URL must be an address such as smtps://mail.example' })
  readonly MAIL_URL?: string;
  /** In place of those in `MAIL_URL`, so that they can stand in files of their own. */
  @IsOptional() @IsString() readonly SMTP_USERNAME?: string;
  @IsOptional() @IsString() readonly SMTP_PASSWORD?: string;
  @IsOptional() @Matches(EMAIL, { message: 'MAIL_FROM must be an e-mail address alone' }) readonly MAIL_FROM?: string;
  /** Who the mails say they are from. */
  @IsOptional() @Matches(/^[^\p{Cc}]{1,100}$/u, { message: 'MAIL_FROM_NAME must be a name on one line' }) readonly MAIL_FROM_NAME?: string = 'Millrace';
  /** Where the links in mails lead, for pages of one's own: `/password` and `/email` below it. The pages of identity when absent. */
  @IsOptional() @Matches(HTTP_URL, { message: 'ACCOUNT_PAGES_URL must be an address such as https://erp.example/account' }) readonly ACCOUNT_PAGES_URL?: string;
  /** The first administrator, made when there is no user yet. */
  @IsOptional() @IsString() readonly BOOTSTRAP_EMAIL?: string;
  @IsOptional() @IsString() @MinLength(12) readonly BOOTSTRAP_PASSWORD?: string;
}

/** @throws SettingsFault when mails are to be sent and it is not said from whom, or where their links lead. */
export function withMailComplete(settings: IdentitySettings): IdentitySettings {
  const { MAIL_URL, MAIL_FROM, PUBLIC_URL } = settings;
  if (MAIL_URL && !(MAIL_FROM && PUBLIC_URL)) throw new SettingsFault('The environment is not complete:\n  - MAIL_URL takes MAIL_FROM and PUBLIC_URL too');
  return settings;
}
