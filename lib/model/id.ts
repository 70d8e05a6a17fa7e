/**
 * Ids and moments. No zod here: content scripts use it too. `crypto.randomUUID` is missing on plain http
 * pages, so the UUID (version 4, RFC 9562) is made of random values.
 */
export function newId(): string {
  return uuidOf(crypto.getRandomValues(new Uint8Array(16)), 0x40);
}

function uuidOf(bytes: Uint8Array, version: number): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | version;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Now, as the records write it. */
export function now(): string {
  return new Date().toISOString();
}

/**
 * A hash of a text, 32 hex digits: two runs of cyrb53's mixing with different seeds. It finds damage and makes the
 * same id from the same text; it is not a defence against someone who wants two texts with one hash.
 */
export function hashOf(text: string): string {
  const words = [...mixed(text, 0x9e3779b1), ...mixed(text, 0x85ebca77)];
  return words.map((word) => word.toString(16).padStart(8, '0')).join('');
}

function mixed(text: string, seed: number): [number, number] {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return [a >>> 0, b >>> 0];
}

/** The same id from the same text, every time (UUID version 8). */
export function idOf(text: string): string {
  const hash = hashOf(text);
  const bytes = Uint8Array.from({ length: 16 }, (_, i) =>
    Number.parseInt(hash.slice(i * 2, i * 2 + 2), 16),
  );
  return uuidOf(bytes, 0x80);
}
