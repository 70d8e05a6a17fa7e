/**
 * The codebooks of a file that is brought in: a version that Bearing ships is always Bearing's own text, and one that a
 * record uses comes with it, also from a file or a store of before codebooks were kept.
 */
import { isShipped, loadShipped, shippedText } from '../../codebook';
import {
  Codebook,
  type CodebookRef,
  type QuarantinedRecord,
  referencesOf,
  type Stamp,
  type StoreContents,
} from '../../model';
import { quarantined } from '../read/aside';
import { sameRecord } from '../write/transaction';
import { nameOf, type Register, type Registers } from './';
import { setAsideBefore } from './returning';

/** Loads the texts that the functions below need for this file, and for what was set aside: before the transaction. */
export async function loadCodebooksOf(file: StoreContents): Promise<void> {
  const refs = (['reviews', 'tags'] as const).flatMap((kind) =>
    file[kind].flatMap((record) => codebooksUsed(kind, record)),
  );
  const aside = [...(await quarantined()), ...file.quarantine];
  for (const one of setAsideBefore([], aside).records)
    refs.push(...codebooksUsed(one.kind, one.record));
  await loadShipped([
    ...file.codebooks,
    ...file.stamps.flatMap((one) => lastText(one) ?? []),
    ...refs,
  ]);
}

/** The file's codebooks and versions, with Bearing's own text in place of another one that has its name. */
export function genuineCodebooks({ codebooks, stamps }: StoreContents): {
  codebooks: Codebook[];
  stamps: Stamp[];
  refused: QuarantinedRecord[];
} {
  const refused = codebooks
    .filter((one) => !sameRecord(genuineText(one), one))
    .map((record) => ({ table: 'codebooks', problems: [OWN_TEXT], record }));
  return {
    codebooks: codebooks.map(genuineText),
    stamps: stamps.map((one) => {
      const last = lastText(one);
      return last ? ({ ...one, last: genuineText(last) } as Stamp) : one;
    }),
    refused,
  };
}

const OWN_TEXT =
  'Bearing itself brings this version of the codebook, in other words: those are used';

const lastText = (stamp: Stamp): Codebook | undefined =>
  stamp.table === 'codebooks' ? stamp.last : undefined;

/** As the store would hold it, with what the schema fills in. */
function genuineText(codebook: Codebook): Codebook {
  const text = shippedText(codebook);
  return text ? Codebook.parse(text) : codebook;
}

/** Adds to `theirs` the shipped codebooks that live reviews and tags of either store use and neither has. */
export function addShipped(mine: Registers, theirs: Map<string, Register>): void {
  for (const registers of [mine, theirs])
    for (const one of [...registers.values()]) {
      if (one.state !== 'live' || !one.record) continue;
      for (const ref of codebooksUsed(one.table, one.record)) addOne(ref, mine, theirs);
    }
}

function addOne(ref: CodebookRef, mine: Registers, theirs: Map<string, Register>): void {
  const name = nameOf('codebooks', `${ref.id} ${ref.version}`);
  if (mine.get(name)?.record || theirs.get(name)?.record || !isShipped(ref)) return;
  const text = shippedText(ref);
  if (!text) return;
  const known = theirs.get(name) ?? mine.get(name);
  const version = known ?? { counter: 0, by: '', step: '', state: 'live' as const };
  const key = `${ref.id} ${ref.version}`;
  theirs.set(name, {
    table: 'codebooks',
    key,
    ...version,
    record: Codebook.parse(text),
  } as Register);
}

function codebooksUsed(kind: Register['table'], record: object): CodebookRef[] {
  return referencesOf(kind, record)
    .filter(({ to }) => to === 'codebooks')
    .map(({ key }) => {
      const at = key.indexOf(' ');
      return { id: key.slice(0, at), version: key.slice(at + 1) };
    });
}
