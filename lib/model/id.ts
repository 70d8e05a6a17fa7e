/**
 * Ids and moments. No zod here: content scripts use it too. `crypto.randomUUID` is missing on plain http
 * pages, so the UUID (version 4, RFC 9562) is made of random values.
 */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Now, as the records write it. */
export function now(): string {
  return new Date().toISOString();
}
