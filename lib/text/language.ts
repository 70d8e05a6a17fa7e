/** Languages as pages name them ("eng", "EN", "pt_BR", "French"), as one tag. */

/** Longer than any tag in use; a canonical form may be longer than what was read. */
const MOST = 40;

/** "en", "pt-BR"; undefined for what names no language, or says that it names several ("mul") or none ("und"). */
export function languageTag(raw: string): string | undefined {
  const text = raw.trim().slice(0, MOST).replaceAll('_', '-');
  // A tag's first part has two or three letters: what is longer is a name.
  const tag = /^[a-z]{2,3}(?:-[a-z\d]{1,8}){0,4}$/i.test(text) ? canonical(text) : named(text);
  return tag && tag.length <= MOST && nameOf(tag) ? tag : undefined;
}

/** ISO 639's three letters become the two that are usual, the bibliographic ones ("fre") too. */
function canonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

const NO_LANGUAGE = /^(?:und|mul|zxx|mis)\b/;

function nameOf(tag: string): string | undefined {
  if (NO_LANGUAGE.test(tag)) return undefined;
  return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(
    new Intl.Locale(tag).language,
  );
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

/** By its English name: the languages that have a tag of two letters. */
function named(name: string): string | undefined {
  const wanted = name.toLowerCase();
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  const tags = LETTERS.flatMap((one) => LETTERS.map((other) => one + other));
  return tags.find((tag) => names.of(tag)?.toLowerCase() === wanted);
}
