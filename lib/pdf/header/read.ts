/** The paper of a PDF: claims of the rules of this folder, settled field by field as those of a page are. */
import {
  type FieldClaim,
  Ledger,
  type ShownField,
  settlePaper,
  settleShown,
} from '../../page/shared';
import { trimEndOf } from '../text/trim';
import type { PdfStructure } from '../types';
import { PDF_AUTHORS } from './authors';
import { listedDois, ownCitations } from './cited-work';
import { PDF_DOI } from './doi';
import { PDF_KIND } from './kind';
import { familiesOf, type Place, placesOf } from './place';
import { PDF_TITLE } from './title';
import { PDF_VENUE } from './venue';
import type { HeadView } from './view';
import { PDF_YEAR } from './year';

/** How the paper's place is settled where several lines give one: the fullest of them. */
function fullest(places: readonly Place[]): Place | undefined {
  const parts = ({ volume, issue, page, year }: Place) =>
    [volume, issue, page, year].filter(Boolean).length;
  return [...places].sort((a, b) => parts(b) - parts(a))[0];
}

/** Without the marks of footnotes that end a title. */
const withoutMarks = (title: string): string =>
  trimEndOf(title, '*†‡§¶#∗⁎').replace(/(?<=[\p{L}\d)]{3})\.$/u, '');

/** Reads the header fields. */
export function readHeader(head: HeadView, structure: PdfStructure, ledger = new Ledger()) {
  const decide = <View, Value>(field: ShownField<View, Value>, view: View): Value | undefined =>
    settleShown(field, view, ledger)?.value;
  const title = decide(PDF_TITLE, head) ?? null;
  const authors = decide(PDF_AUTHORS, { head, title }) ?? [];
  const families = familiesOf(authors);
  const places = placesOf(head, families);
  const own = { title: title?.text ?? '', families };
  const doi = decide(PDF_DOI, { head, own, listed: listedDois(structure.references, own) });
  const cited = ownCitations(head, own.title);
  const year = decide(PDF_YEAR, { head, places, cited });
  const venue = decide(PDF_VENUE, { head, places, ...own, cited, titleAt: title?.first ?? -1 });
  const { volume, issue, page } = fullest(places) ?? {};
  const kind = decide(PDF_KIND, {
    ...{ head, structure, doi: doi !== undefined, authors: authors.length },
    line: places.some((place) => place.venue && place.volume),
  });
  const stated: Partial<Record<FieldClaim['field'], string | string[] | undefined>> = {
    ...{
      doi,
      title: title ? withoutMarks(title.text) : undefined,
      authors: authors.length ? authors : undefined,
    },
    ...{
      year: year === undefined ? undefined : String(year),
      containerTitle: venue,
      volume,
      issue,
      page,
    },
  };
  const claims = Object.entries(stated).flatMap(([field, value]) =>
    value ? [{ field, source: 'pdf', value } as FieldClaim] : [],
  );
  const { paper, conflicts } = settlePaper(claims);
  return { kind: kind ?? ('none' as const), paper, conflicts };
}
