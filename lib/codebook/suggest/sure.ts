/**
 * Which of the phrases found give a chip by themselves. A name of the influence's own does, and so does a way of putting it that is seldom met
 * by chance. Anything shorter ("low income", an everyday word) is also usual in sentences that are about something else: it needs a
 * sign that the text is about people or organisations that implement or receive something. On request none of this is asked.
 */
import type { Context } from './context';
import { isOwn, type Weighed } from './meant';
import { DEFINED, SPECIFIC } from './weights';

/**
 * @param counted  the phrases that are meant
 * @param definedBy for an influence, the share of its definition's weight that the rest of the text has
 */
export function sureOf(
  counted: readonly Weighed[],
  { setting }: Context,
  definedBy: (influence: number) => number,
): Weighed[] {
  return counted.filter(
    (one) =>
      isSpecific(one) ||
      isSetting(one, setting) ||
      definedBy(one.value.influence) >= DEFINED ||
      counted.some((other) => isBeside(other, one)),
  );
}

function isSpecific({ value, length }: Weighed): boolean {
  if (isOwn(value)) return !value.everyday;
  return length >= (value.source === 'wording' ? SPECIFIC.wording : SPECIFIC.related);
}

/** Does the text have a sign? One that is all of the phrase is not beside it. */
const isSetting = ({ at }: Weighed, setting: ReadonlySet<number>): boolean =>
  [...setting].some((i) => at.length > 1 || !at.includes(i));

/** Elsewhere in the text, is there another name of the codebook's, or another sign of the same influence? */
const isBeside = (other: Weighed, { value, at }: Weighed): boolean =>
  (other.value.influence === value.influence || (isOwn(other.value) && !other.value.everyday)) &&
  !other.at.some((i) => at.includes(i));
