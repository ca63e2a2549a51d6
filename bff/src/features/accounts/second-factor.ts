import { Secret, TOTP } from 'otpauth';

const STEP_MS = 30_000;

/** A fresh secret in base32, as authenticator apps take it. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** The `otpauth://` address behind the QR code. */
export const totpUri = (secret: string, label: string): string => totpOf(secret, label).toString();

/**
 * The 30 s step a code belongs to, one step early or late allowed; null when it is wrong or not later than `lastStep`,
 * for a code works once.
 */
export function judgeTotp(secret: string, code: string, lastStep: number | null, wallMs: number): number | null {
  const delta = totpOf(secret, '').validate({ token: code, timestamp: wallMs, window: 1 });
  if (delta === null) return null;
  const step = Math.floor(wallMs / STEP_MS) + delta;
  return lastStep !== null && step <= lastStep ? null : step;
}

const totpOf = (secret: string, label: string): TOTP =>
  new TOTP({ issuer: '技考通', label, secret: Secret.fromBase32(secret), digits: 6, period: STEP_MS / 1000 });
