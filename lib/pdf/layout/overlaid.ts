/**
 * Text that lies on other text. Some files paint a whole page of another version behind the page, and clip it to a
 * picture: no reader sees its words, and nobody could read both. What collides is of the fonts that the rest of the
 * document uses less, and is left out.
 */
import { mostCounted, tally } from './numbers';
import { lettersOf, type Run } from './runs';

/** Two lines that collide overlap by so much of their height: less is tight setting, more is one line. */
const LEAST = 0.2;
const MOST = 0.85;
/** And by so much of the narrower one's width. */
const BESIDE = 0.5;
/** A text has so many letters: signs of formulas overlap. */
const LETTERS = 20;
/** A page with an overlaid text has so many collisions. */
const FEWEST = 6;
/** Of the runs in a font so many collide, or it is not the font of an overlaid text. */
const SHARE = 0.4;

function collide(one: Run, other: Run): boolean {
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  const lower = Math.min(one.bottom - one.top, other.bottom - other.top);
  if (height < LEAST * lower || height > MOST * lower) return false;
  const width = Math.min(one.x1, other.x1) - Math.max(one.x0, other.x0);
  return width > BESIDE * Math.min(one.x1 - one.x0, other.x1 - other.x0);
}

const fontOf = (run: Run): string => {
  const counts = new Map<string, number>();
  for (const one of run.fragments) tally(counts, one.font, lettersOf(one.text));
  return mostCounted(counts) ?? '';
};

/** The runs of each page without those of an overlaid text. */
export function withoutOverlaid(pages: readonly Run[][]): Run[][] {
  const letters = new Map<string, number>();
  for (const runs of pages) for (const run of runs) tally(letters, fontOf(run), run.letters);
  return pages.map((runs) => {
    const long = runs.filter((run) => run.letters >= LETTERS).sort((a, b) => a.top - b.top);
    const lost = new Map<string, number>();
    let collisions = 0;
    long.forEach((run, index) => {
      for (let next = index + 1; next < long.length; next++) {
        const other = long[next] as Run;
        if (other.top > run.bottom) break;
        if (!collide(run, other)) continue;
        collisions++;
        const [a, b] = [fontOf(run), fontOf(other)];
        if (a !== b) tally(lost, (letters.get(a) ?? 0) < (letters.get(b) ?? 0) ? a : b);
      }
    });
    if (collisions < FEWEST) return runs;
    const all = new Map<string, number>();
    for (const run of long) tally(all, fontOf(run));
    const hidden = new Set(
      [...lost]
        .filter(([font, count]) => count >= SHARE * (all.get(font) ?? 0))
        .map(([font]) => font),
    );
    return hidden.size ? runs.filter((run) => !hidden.has(fontOf(run))) : runs;
  });
}
