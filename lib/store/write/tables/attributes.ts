/** The reader's own columns of papers, sites and influences, and what is in them. */
import {
  Attribute,
  type AttributeValue,
  attributeValueId,
  newId,
  Problem,
  type Subject,
  type z,
} from '../../../model';
import { commit } from '../../commit';
import type { Asked } from '../../committed';
import { db } from '../../db';
import { twinOf } from '../../read/places';
import type { StepWriter } from '../step-writer';
import { parsed } from '../transaction';
import { inPlace, known, mustHave, mustHaveSubject, positionOf, put, putInPlace } from './save';

const SavedAttribute = Attribute.omit({ createdAt: true, updatedAt: true }).partial({
  id: true,
  position: true,
});
export type SavedAttribute = z.input<typeof SavedAttribute>;

type Value = AttributeValue['value'];

/** A choice that is called otherwise from now on, wherever it is chosen. */
export interface Renamed {
  from: string;
  to: string;
}

/**
 * Makes a column, or gives the one of this id this content. Choices that are in use stay among its choices.
 * @param renamed cells with such a choice have its new name, in the same step
 */
export async function saveAttribute(
  input: SavedAttribute,
  { origin, renamed = [] }: Asked & { renamed?: readonly Renamed[] } = {},
): Promise<{ attribute: Attribute; eventId: string }> {
  const wanted = parsed(SavedAttribute, input);
  return commit(
    'save-attribute',
    async (step) => {
      const before = await known('attributes', wanted);
      const values = before ? await valuesOf(before.id) : [];
      const isOther = before && (before.type !== wanted.type || before.of !== wanted.of);
      if (isOther && values.length)
        throw new Problem(
          'column-in-use',
          'This column has values, so it stays of its type. Nothing was changed.',
        );
      const given = wanted.position ?? before?.position;
      const cells = hasChoices(wanted) ? values.map((one) => withNewNames(one, renamed)) : values;
      const after = {
        ...wanted,
        id: wanted.id ?? newId(),
        position: await positionOf('attributes', wanted.reviewId, given),
        choices: hasChoices(wanted)
          ? withChoices(
              wanted.choices,
              cells.map(({ value }) => value),
            )
          : [],
      };
      if (await twinOf('attributes', { ...after, createdAt: step.at, updatedAt: step.at }))
        throw new Problem(
          'same-name',
          'There is a column of this name already. Nothing was changed.',
        );
      const attribute = await put(step, 'attributes', after, before);
      for (const [i, cell] of cells.entries())
        await put(step, 'attributeValues', cell, values[i] ?? null);
      return { attribute, eventId: step.id };
    },
    { origin },
  );
}

/** All at once, so that two choices can change their names over; two that get one name are one. */
function withNewNames(cell: AttributeValue, renamed: readonly Renamed[]): AttributeValue {
  const names = new Map(renamed.map(({ from, to }) => [from, to]));
  const now = (choice: string) => names.get(choice) ?? choice;
  const { value } = cell;
  if (typeof value === 'number') return cell;
  return { ...cell, value: typeof value === 'string' ? now(value) : [...new Set(value.map(now))] };
}

const hasChoices = ({ type }: Pick<Attribute, 'type'>): boolean =>
  type === 'choice' || type === 'several';

/** The choices, with those that values have chosen, each once. */
export const withChoices = (choices: readonly string[], values: readonly Value[]): string[] => [
  ...new Set([...choices, ...values.flat().map(String)]),
];

const valuesOf = (attributeId: string): Promise<AttributeValue[]> =>
  db.attributeValues.where('attributeId').equals(attributeId).toArray();

export async function removeAttribute(
  id: string,
  { origin }: Asked = {},
): Promise<{ eventId: string; values: number }> {
  return commit(
    'remove-attribute',
    async (step) => {
      const attribute = await mustHave('attributes', id);
      const values = await valuesOf(id);
      for (const one of values) await step.remove('attributeValues', one);
      await step.remove('attributes', attribute);
      return { eventId: step.id, values: values.length };
    },
    { origin },
  );
}

/**
 * Fills a cell, or empties it: with null, an empty text or no choice. A choice that the column lacks is added to it.
 */
export async function setAttributeValue(
  attributeId: string,
  subject: Subject,
  value: Value | null,
  { origin }: Asked = {},
): Promise<{ eventId: string }> {
  return commit(
    'set-value',
    async (step) => {
      const attribute = await mustHave('attributes', attributeId);
      const { reviewId } = attribute;
      const about = subjectOf(attribute, subject);
      await mustHaveSubject({ reviewId, ...about });
      const clean = cleaned(value);
      const wanted = { reviewId, attributeId, ...about };
      const id = attributeValueId(attributeId, about);
      if (clean === null) await empty(step, { ...wanted, id });
      else {
        mustFit(attribute, clean);
        await addChoices(step, attribute, clean);
        await putInPlace(step, 'attributeValues', id, { ...wanted, value: clean });
      }
      return { eventId: step.id };
    },
    { origin },
  );
}

async function empty(
  step: StepWriter,
  cell: Omit<AttributeValue, 'value' | 'createdAt' | 'updatedAt'>,
) {
  const before = await inPlace('attributeValues', cell as AttributeValue);
  if (before) await step.remove('attributeValues', before);
}

/** What the column is of, and nothing else. */
function subjectOf({ of }: Attribute, subject: Subject): Subject {
  const { paperId, siteId, codebookId, influenceId } = subject;
  if (of === 'paper' && paperId) return { paperId };
  if (of === 'site' && siteId) return { siteId };
  if (of === 'influence' && codebookId && influenceId) return { codebookId, influenceId };
  throw new Problem(
    'other-subject',
    `This column is of ${of}s, so it has no such cell. Nothing was changed.`,
  );
}

/** Without what is blank; null where nothing is left. */
function cleaned(value: Value | null): Value | null {
  if (Array.isArray(value)) {
    const chosen = [...new Set(value.map((one) => one.trim()).filter(Boolean))];
    return chosen.length ? chosen : null;
  }
  return typeof value === 'string' ? value.trim() || null : value;
}

/** The type of a value in a column, in words. */
const TYPES = {
  text: 'a text',
  choice: 'a choice',
  number: 'a number',
  several: 'choices',
} as const;

function mustFit({ type }: Attribute, value: Value): void {
  const fits =
    type === 'several'
      ? Array.isArray(value)
      : type === 'number'
        ? typeof value === 'number' && Number.isFinite(value)
        : typeof value === 'string';
  if (!fits)
    throw new Problem('wrong-type', `This column takes ${TYPES[type]}. Nothing was changed.`);
}

async function addChoices(step: StepWriter, attribute: Attribute, value: Value): Promise<void> {
  if (!hasChoices(attribute)) return;
  const choices = withChoices(attribute.choices, [value]);
  if (choices.length > attribute.choices.length)
    await step.put('attributes', { ...attribute, choices, updatedAt: step.at }, 'aside');
}
