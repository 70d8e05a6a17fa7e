import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { sha256Base64, sha256Hex } from '../../../lib/exchange/sha256';
import { AWKWARD, LONG } from '../../support/awkward';

const LENGTHS = Array.from({ length: 140 }, (_, length) => 'a'.repeat(length));

it('is what Node’s own is, for texts of every length around a block and of any letters', () => {
  for (const text of [...AWKWARD, ...LENGTHS, LONG]) {
    const hash = (form: 'hex' | 'base64') => createHash('sha256').update(text).digest(form);
    expect(sha256Hex(text)).toBe(hash('hex'));
    expect(sha256Base64(text)).toBe(hash('base64'));
  }
});
