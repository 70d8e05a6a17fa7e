/**
 * A quick look at a record that is almost always sound: thousands of rows are read to draw a list, and a full parse of
 * each would cost as much as reading it. The look is made from the schema itself, so the two cannot disagree. It says
 * yes only where a parse would succeed and change nothing but drop unknown fields, which are carried (unknown-fields.ts);
 * on anything else, and on any kind of schema that it does not know, it leaves the verdict to the parse.
 */

import type { z } from '../zod';
import { carriesUnknown } from './unknown-fields';

type Look = (value: unknown) => boolean;

/** The parts of a schema's own description that are read here (zod 4, "core"): each is there where its type has it. */
interface Def {
  type: string;
  check?: string;
  checks?: readonly Described[];
  shape: Record<string, Described>;
  catchall?: Described;
  element?: Described;
  innerType?: Described;
  valueType?: Described;
  keyType?: Described;
  options: readonly Described[];
  entries: Record<string, string | number>;
  values: readonly unknown[];
  format: string;
  pattern?: RegExp;
  maximum?: number;
  minimum?: number;
  value?: number;
  inclusive?: boolean;
  fn?: (value: unknown) => unknown;
}
interface Described {
  _zod: { def: Def };
}

/** Formats whose pattern is all there is to them. */
const BY_PATTERN = new Set(['regex', 'uuid', 'datetime']);

/**
 * A look made from a schema; one that always says no where the schema has a part it does not know. It is made for the
 * first record: a surface starts with the checks of all tables and reads few of them, and the steps' alone are a
 * megabyte of small functions.
 */
export function quickCheck(schema: z.ZodType): Look {
  let look: Look | undefined;
  return (value) => {
    look ??= lookOf(schema as unknown as Described) ?? (() => false);
    return look(value);
  };
}

function lookOf(schema: Described): Look | null {
  const { def } = schema._zod;
  const base = BASES[def.type]?.(def) ?? null;
  if (!base) return null;
  const own = def.check === undefined ? [] : [schema];
  const checks = [...own, ...(def.checks ?? [])].map((one) => checkOf(one._zod.def));
  if (checks.length === 0) return base;
  const known = checks.filter((one) => one !== null);
  if (known.length < checks.length) return null;
  return (value) => base(value) && known.every((check) => check(value as never));
}

/** Looks of inner schemas; null where one of them is not known. */
function all(schemas: readonly Described[]): Look[] | null {
  const looks = schemas.map(lookOf);
  const known = looks.filter((one) => one !== null);
  return known.length === looks.length ? known : null;
}

const inner = (schema: Described | undefined, wrap: (look: Look) => Look): Look | null => {
  const look = schema && lookOf(schema);
  return look ? wrap(look) : null;
};

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

const BASES: Record<string, (def: Def) => Look | null> = {
  string: () => (value) => typeof value === 'string',
  number: () => (value) => Number.isFinite(value),
  boolean: () => (value) => typeof value === 'boolean',
  unknown: () => () => true,
  // Its own check decides.
  custom: () => () => true,
  enum: ({ entries }) => oneOf(Object.values(entries)),
  literal: ({ values }) => oneOf(values),
  optional: ({ innerType }) => inner(innerType, (look) => (v) => v === undefined || look(v)),
  nullable: ({ innerType }) => inner(innerType, (look) => (v) => v === null || look(v)),
  // A parse would fill in what is missing.
  default: ({ innerType }) => inner(innerType, (look) => (v) => v !== undefined && look(v)),
  array: ({ element }) => inner(element, (look) => (v) => Array.isArray(v) && everyItem(v, look)),
  union: ({ options }) => {
    const looks = all(options);
    return looks && ((value) => looks.some((look) => look(value)));
  },
  record: ({ keyType, valueType }) => {
    const looks = keyType && valueType ? all([keyType, valueType]) : null;
    if (!looks) return null;
    const [key, content] = looks as [Look, Look];
    return (value) =>
      isPlain(value) && Object.keys(value).every((k) => key(k) && content(value[k]));
  },
  object: ({ shape, catchall }) => {
    const parts = Object.entries(shape);
    const keys = parts.map(([key]) => key);
    const needed = parts.filter(([, part]) => part._zod.def.type !== 'optional');
    const looks = all(Object.values(shape));
    if (!looks || catchall) return null;
    const known = new Set(keys);
    const isKnown = (key: string) => known.has(key);
    return (value) =>
      isPlain(value) &&
      looks.every((look, i) => look(value[keys[i] as string])) &&
      needed.every(([key]) => key in value) &&
      carriesUnknown(value, isKnown);
  },
};

/** As `every`, which passes over holes. */
function everyItem(items: readonly unknown[], look: Look): boolean {
  for (let i = 0; i < items.length; i += 1) if (!look(items[i])) return false;
  return true;
}

function oneOf(values: readonly unknown[]): Look {
  const known = new Set(values);
  return (value) => known.has(value);
}

/** One condition beside the type: a length, a bound, a pattern. The value is of the schema's type already. */
function checkOf(def: Def): ((value: never) => boolean) | null {
  const { maximum = 0, minimum = 0, value: bound = 0, inclusive, pattern, fn } = def;
  switch (def.check) {
    case 'max_length':
      return (value: { length: number }) => value.length <= maximum;
    case 'min_length':
      return (value: { length: number }) => value.length >= minimum;
    case 'less_than':
      return (value: number) => (inclusive ? value <= bound : value < bound);
    case 'greater_than':
      return (value: number) => (inclusive ? value >= bound : value > bound);
    case 'number_format':
      return def.format === 'safeint' ? (value: number) => Number.isSafeInteger(value) : null;
    case 'string_format':
      if (!pattern || pattern.global || pattern.sticky || !BY_PATTERN.has(def.format)) return null;
      return (value: string) => pattern.test(value);
    case 'custom':
      return fn ? (value: unknown) => fn(value) === true : null;
    default:
      return null;
  }
}
