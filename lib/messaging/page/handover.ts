/**
 * Handing unsaved tags from a copy of the tagging script whose extension was reloaded to the next copy.
 * The two share nothing but the page, which is hostile: so what is left there is sealed (XChaCha20-Poly1305,
 * RFC 8439 with a 24-byte nonce) with a key that only the extension knows. The page can neither
 * read nor forge it, and what it removes is left again until there is a receipt of the next copy; saving is
 * idempotent by tag id, so replaying it changes nothing.
 * Web Crypto is not used because it is missing on plain http pages.
 */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { HANDOVER_SLOT, TAKEN_SLOT } from './waiting';

const NONCE_BYTES = 24;
const ID_BYTES = 16;
const KEY_BYTES = 32;

/** A fresh 32-byte key, base64. */
export function newHandoverKey(): string {
  return toBase64(crypto.getRandomValues(new Uint8Array(KEY_BYTES)));
}

interface Left {
  /** New with each call of `leave`, so that no receipt serves twice. */
  id: string;
  value: unknown;
}

/** Seals a plain value for the next copy and gives its id. @throws when the page forbids session storage. */
export function leave(storage: Storage, key: string, value: unknown): string {
  const id = toBase64(crypto.getRandomValues(new Uint8Array(ID_BYTES)));
  storage.setItem(HANDOVER_SLOT, seal(key, { id, value } satisfies Left));
  return id;
}

/**
 * Takes what an older copy left and leaves a receipt; null when there is nothing, or nothing that this key
 * opens. Either way it is removed: it would call for the tagging script at every visit.
 */
export function take(storage: Storage, key: string): unknown {
  if (!isKey(key)) return null;
  const left = open(storage.getItem(HANDOVER_SLOT), key) as Left | null;
  storage.removeItem(HANDOVER_SLOT);
  if (typeof left?.id !== 'string') return null;
  storage.setItem(TAKEN_SLOT, seal(key, left.id));
  return left.value ?? null;
}

/** Has the next copy taken what was left under this id? The page can hide a receipt, but not write one. */
export function wasTaken(storage: Storage, key: string, id: string): boolean {
  return open(storage.getItem(TAKEN_SLOT), key) === id;
}

/** Removes what was left, and any receipt: nobody is waited for any more. */
export function clear(storage: Storage): void {
  storage.removeItem(HANDOVER_SLOT);
  forgetReceipt(storage);
}

export function forgetReceipt(storage: Storage): void {
  storage.removeItem(TAKEN_SLOT);
}

function seal(key: string, value: unknown): string {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const sealed = xchacha20poly1305(fromBase64(key), nonce).encrypt(
    new TextEncoder().encode(JSON.stringify(value)),
  );
  const both = new Uint8Array(NONCE_BYTES + sealed.length);
  both.set(nonce);
  both.set(sealed, NONCE_BYTES);
  return toBase64(both);
}

/** The sealed value, or null: nothing, forged, damaged, or sealed by another installation. */
function open(text: string | null, key: string): unknown {
  if (!text) return null;
  try {
    const both = fromBase64(text);
    const opened = xchacha20poly1305(fromBase64(key), both.subarray(0, NONCE_BYTES)).decrypt(
      both.subarray(NONCE_BYTES),
    );
    return JSON.parse(new TextDecoder().decode(opened));
  } catch {
    return null;
  }
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
