/**
 * The reader's own columns of papers, sites and influences ("Country", "Appraisal", "rank"), and what is in them. One record
 * for each value, with an id made from what it is about, so that two stores that fill one cell hold one record.
 */

import { idOf } from '../id';
import { LONGEST_LABEL } from '../limits';
import { z } from '../zod';
import { CodebookId, Count, Id, shortText, Timestamp } from './common';

/** What a column is of. */
export const AttributeOf = z.enum(['paper', 'site', 'influence']);
export type AttributeOf = z.infer<typeof AttributeOf>;

/** `several`: any number of its choices at once ("hospital" and "home care"). */
export const AttributeType = z.enum(['text', 'choice', 'number', 'several']);
export type AttributeType = z.infer<typeof AttributeType>;

/** More choices than a reader can choose from. */
const MOST_CHOICES = 500;

export const Attribute = z.object({
  id: Id,
  reviewId: Id,
  of: AttributeOf,
  name: z.string().min(1).max(LONGEST_LABEL),
  type: AttributeType,
  /** In the reader's order; of other types than `choice` and `several` empty. */
  choices: z.array(shortText).max(MOST_CHOICES).default([]),
  /** Its place among the columns; those with one place are ordered by name. */
  position: Count,
  createdAt: Timestamp,
  updatedAt: Timestamp,
});
export type Attribute = z.infer<typeof Attribute>;

/** One cell: of a paper, of a site, or of an influence, as its column says. An empty cell has no record. */
export const AttributeValue = z.object({
  id: Id,
  reviewId: Id,
  attributeId: Id,
  paperId: Id.optional(),
  siteId: Id.optional(),
  codebookId: CodebookId.optional(),
  influenceId: z.string().min(1).max(200).optional(),
  value: z.union([
    shortText.min(1),
    z.number(),
    z.array(shortText.min(1)).min(1).max(MOST_CHOICES),
  ]),
  createdAt: Timestamp,
  updatedAt: Timestamp,
});
export type AttributeValue = z.infer<typeof AttributeValue>;

/** What a value is about. */
export type Subject = Pick<AttributeValue, 'paperId' | 'siteId' | 'codebookId' | 'influenceId'>;

/** What is shared by all that is about one thing. */
const nameOfSubject = ({ paperId, siteId, codebookId, influenceId }: Subject): string =>
  [paperId, siteId, codebookId, influenceId].map((part) => part ?? '').join(' ');

/** The id of the value of a column for one thing. */
export const attributeValueId = (attributeId: string, subject: Subject): string =>
  idOf(`value ${attributeId} ${nameOfSubject(subject)}`);

/** Where values are looked up: of papers that were joined two may be in one cell, of which the later one counts. */
export class ValuesOfColumns {
  private readonly values = new Map<string, AttributeValue>();

  constructor(values: readonly AttributeValue[]) {
    for (const one of values) {
      const place = cellOf(one.attributeId, one);
      const there = this.values.get(place);
      if (!there || there.updatedAt < one.updatedAt) this.values.set(place, one);
    }
  }

  /** What is in a column for one thing; undefined where nothing is. */
  get = (attributeId: string, subject: Subject): AttributeValue['value'] | undefined =>
    this.values.get(cellOf(attributeId, subject))?.value;
}

/** A column is of papers, of sites or of influences: one of these names is all that is needed to tell its cells apart. */
const cellOf = (attributeId: string, subject: Subject): string =>
  `${attributeId} ${subject.siteId ?? subject.paperId ?? `${subject.codebookId}/${subject.influenceId}`}`;
