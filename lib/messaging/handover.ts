/**
 * Handing unsaved tags from a copy of the tagging script whose extension was reloaded to the next copy.
 * The two share nothing but the page, which is hostile: so what is left there is sealed (XChaCha20-Poly1305,
 * RFC 8439 with a 24-byte nonce) with a key that only the extension knows. The page can lose it, but can
 * neither read nor forge it; and saving is idempotent by tag id, so replaying it changes nothing.
 * Web Crypto is not used because it is missing on plain http pages.
 */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { HANDOVER_SLOT } from './waiting';

const NONCE_BYTES = 24;
const KEY_BYTES = 32;

/** A fresh 32-byte key, base64. */
export function newHandoverKey(): string {
  return toBase64(crypto.getRandomValues(new Uint8Array(KEY_BYTES)));
}

/** Seals a plain value for the next copy. @throws when the page forbids session storage. */
export function leave(storage: Storage, key: string, value: unknown): void {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const sealed = xchacha20poly1305(fromBase64(key), nonce).encrypt(
    new TextEncoder().encode(JSON.stringify(value)),
  );
  const both = new Uint8Array(NONCE_BYTES + sealed.length);
  both.set(nonce);
  both.set(sealed, NONCE_BYTES);
  storage.setItem(HANDOVER_SLOT, toBase64(both));
}

/**
 * Takes what an older copy left; null when there is nothing, or nothing that this key opens. What it does
 * not open is forgotten: nobody ever will, and it would call for the tagging script at every visit.
 */
export function take(storage: Storage, key: string): unknown {
  const text = storage.getItem(HANDOVER_SLOT);
  if (!text || !isKey(key)) return null;
  try {
    const both = fromBase64(text);
    const opened = xchacha20poly1305(fromBase64(key), both.subarray(0, NONCE_BYTES)).decrypt(
      both.subarray(NONCE_BYTES),
    );
    return JSON.parse(new TextDecoder().decode(opened));
  } catch {
    // Forged, damaged, or sealed by another installation.
    clear(storage);
    return null;
  }
}

/** Forgets what was left, once it is safe elsewhere. */
export function clear(storage: Storage): void {
  storage.removeItem(HANDOVER_SLOT);
}

function isKey(key: string): boolean {
  try {
    return fromBase64(key).length === KEY_BYTES;
  } catch {
    return false;
  }
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
}
