/** A published table of new constructs, made in a copy of CFIR by the editor's own edits and printed from tags. */
import { expect, test } from 'vitest';
import { allShipped } from '../../../lib/codebook';
import { applyEdit, copyOf } from '../../../lib/codebook/edit';
import { ledgerTable } from '../../../lib/exchange';
import { frameworkFit } from '../../../lib/map';
import { type Codebook, type CodebookEdit, newId } from '../../../lib/model';
import { NEW_CONSTRUCTS, PRINTED } from '../../fixtures/codebooks/new-constructs';

const WHEN = { version: '1', at: '2026-11-29T10:00:00.000Z' };
/** The published numbers are those of a longer list: here each number is a paper of its own. */
const PAPERS = 71;

test('nine new constructs under CFIR’s domains print as they were published', async () => {
  const cfir = (await allShipped()).find(({ id }) => id === 'cfir-2022') as Codebook;
  const made = NEW_CONSTRUCTS.map((one) => ({ ...one, id: newId() }));
  const book = made.reduce(
    (before, { id, label, domain }) => {
      const place = { parent: null, group: domain };
      const edit: CodebookEdit = { edit: 'add', id, fields: { label }, place };
      return applyEdit(before, edit, WHEN).book;
    },
    copyOf(cfir, { name: 'CFIR 2022, adapted', at: WHEN.at }),
  );
  const papers = Array.from({ length: PAPERS }, (_, i) => ({
    id: String(i + 1),
    citation: `Paper ${i + 1}`,
  }));
  const tags = made.flatMap(({ id: influenceId, ...numbers }) =>
    (['facilitator', 'barrier'] as const).flatMap((direction) =>
      numbers[direction].map((number) => ({
        ...{ id: newId(), codebookId: book.id, influenceId, paperId: String(number) },
        ...{ direction, basis: 'own' as const },
      })),
    ),
  );
  const fit = frameworkFit({ book, tags, paperIds: papers.map(({ id }) => id) });
  const { rows } = ledgerTable(fit, papers, { onlyChanged: true });
  expect(
    rows.map(({ cells: [domain, label, fitWords, , helped, hindered] }) => [
      ...[domain, label, fitWords, helped, hindered],
    ]),
  ).toEqual(
    PRINTED.map(([domain, label, helped, hindered]) => [domain, label, 'new', helped, hindered]),
  );
});
