/**
 * The standard security handler of PDF in its oldest form (ISO 32000-1, 7.6: V 1, R 2, RC4 with 40 bits). It keeps nobody
 * out; every reader still has to ask for its password.
 */
import { createHash } from 'node:crypto';

/** What a password is filled up with. */
const PADDING =
  '28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A'.match(/../g) ?? [];
const KEY_BYTES = 5;
const OBJECT_KEY_BYTES = KEY_BYTES + 5;
/** Everything is allowed to who has the password. */
const PERMISSIONS = -4;

const bytes = (text: string): number[] => Array.from(text, (sign) => sign.charCodeAt(0));
const text = (of: readonly number[]): string => String.fromCharCode(...of);
const md5 = (of: readonly number[]): number[] => [
  ...createHash('md5').update(Uint8Array.from(of)).digest(),
];
const lowFirst = (number: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => (number >> (8 * i)) & 0xff);

function rc4(key: readonly number[], data: readonly number[]): number[] {
  const state = Array.from({ length: 256 }, (_, i) => i);
  const at = (i: number) => state[i & 0xff] as number;
  const swap = (i: number, j: number) => {
    [state[i & 0xff], state[j & 0xff]] = [at(j), at(i)];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + at(i) + (key[i % key.length] as number)) & 0xff;
    swap(i, j);
  }
  let j = 0;
  return data.map((byte, n) => {
    const i = (n + 1) & 0xff;
    j = (j + at(i)) & 0xff;
    swap(i, j);
    return byte ^ at(at(i) + at(j));
  });
}

const padded = (password: string): number[] =>
  [...bytes(password), ...PADDING.map((hex) => Number.parseInt(hex, 16))].slice(0, PADDING.length);

const hex = (of: readonly number[]): string =>
  `<${of.map((byte) => byte.toString(16).padStart(2, '0')).join('')}>`;

export interface Lock {
  /** The dictionary of encryption. */
  dictionary: string;
  /** Seals what the object with this number holds as strings or streams; letters are bytes. */
  seal(object: number, content: string): string;
}

/** @param id the file's identifier, of which the key is made too */
export function lock(password: string, id: string): Lock {
  const user = padded(password);
  const owner = rc4(md5(user).slice(0, KEY_BYTES), user);
  const secret = [...user, ...owner, ...lowFirst(PERMISSIONS, 4), ...bytes(id)];
  const key = md5(secret).slice(0, KEY_BYTES);
  const proof = rc4(key, padded(''));
  return {
    dictionary: `<< /Filter /Standard /V 1 /R 2 /O ${hex(owner)} /U ${hex(proof)} /P ${PERMISSIONS} >>`,
    seal: (object, content) => {
      const own = md5([...key, ...lowFirst(object, 3), 0, 0]).slice(0, OBJECT_KEY_BYTES);
      return text(rc4(own, bytes(content)));
    },
  };
}
