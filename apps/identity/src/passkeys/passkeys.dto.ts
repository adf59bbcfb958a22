import { Example } from '@millrace/chassis';
import { IsId, IsName } from '@millrace/contracts';
import { IsObject, IsOptional, IsString } from 'class-validator';

export class PasskeyDto {
  @IsId() readonly passkeyId!: string;
  /** What you call it. */
  @IsName() readonly name!: string;
  @IsString() readonly createdAt!: string;
  /** When it last let you in; absent when it never has. */
  @IsOptional() @IsString() readonly usedAt?: string;
}

export class PasskeyChallengeDto {
  @IsId() readonly accountId!: string;
  /** For the browser: `PublicKeyCredential.parseCreationOptionsFromJSON()`, or `parseRequestOptionsFromJSON()`, takes it as it is. */
  @IsObject() readonly options!: Readonly<Record<string, unknown>>;
}

@Example({
  name: 'My laptop',
  credential: { id: 'AX5l…', rawId: 'AX5l…', type: 'public-key', response: { clientDataJSON: 'eyJ0…', attestationObject: 'o2Nm…' } },
})
export class AddPasskeyDto {
  /** What you call it. */
  @IsName() readonly name!: string;
  /** What the device answered, as `toJSON()` has it. */
  @IsObject() readonly credential!: Readonly<Record<string, unknown>>;
}

export class AddedPasskeyDto {
  @IsId() readonly passkeyId!: string;
  /** Each good once, for who has lost the device: shown once, with the first second factor; absent when there are some, or the same key comes again. */
  @IsOptional() @IsString({ each: true }) readonly recoveryCodes?: readonly string[];
}

export class RemovedPasskeyDto {
  @IsId() readonly passkeyId!: string;
}
