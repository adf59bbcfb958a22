import { IsEmail, IsString, Matches, MaxLength, MinLength } from 'class-validator';

/** An address to sign in with, in ASCII so that no two look the same; a domain in other letters in its form for the DNS. */
export function IsLoginEmail(): PropertyDecorator {
  return allOf(IsEmail(), MaxLength(320), Matches(/^[!-~]+$/, { message: '$property must be in ASCII' }));
}

/** At least 12 characters, any. That it is not a common one, nor has the login in it, is looked at when it is set. */
export function IsNewPassword(): PropertyDecorator {
  return allOf(IsString(), MinLength(12), MaxLength(1_024));
}

function allOf(...decorators: readonly PropertyDecorator[]): PropertyDecorator {
  return (target, property) => {
    for (const decorate of decorators) decorate(target, property);
  };
}
