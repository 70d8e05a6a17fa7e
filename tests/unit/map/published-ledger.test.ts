/** A published table of new constructs, made in a copy of CFIR by the editor's own edits and printed from tags. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { allShipped } from '../../../lib/codebook';
import { applyEdit, copyOf } from '../../../lib/codebook/edit';
import { ledgerTable } from '../../../lib/exchange';
import { frameworkFit } from '../../../lib/map';
import type { Codebook, CodebookEdit, Tag } from '../../../lib/model';

const FOLDER = path.join(process.cwd(), '..', 'shared', 'revbench');
const FILE = path.join(FOLDER, '07-new-constructs.json');
const WHEN = { version: '1', at: '2026-11-29T10:00:00.000Z' };

interface Given {
  codebook: { id: string; label: string; domain: string }[];
  tags: (Pick<Tag, 'direction'> & { paper: string; influence: string })[];
}

const read = <T>(file: string): T => JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8'));

test.skipIf(!existsSync(FILE))(
  'nine new constructs under CFIR’s domains print as they were published',
  async () => {
    const { rows } = read<{ rows: string[][] }>('07-new-constructs.json');
    const { codebook, tags } = read<Given>('tags/07.tags.json');
    const cfir = (await allShipped()).find(({ id }) => id === 'cfir-2022') as Codebook;
    const groups = [...new Set(cfir.influences.flatMap(({ group }) => group ?? []))];
    // "Process" is called "Implementation Process" since 2022.
    const groupOf = (domain: string) => groups.find((group) => group.endsWith(domain)) ?? domain;
    const book = codebook.reduce(
      (before, { id, label, domain }) => {
        const place = { parent: null, group: groupOf(domain) };
        const edit: CodebookEdit = { edit: 'add', id, fields: { label }, place };
        return applyEdit(before, edit, WHEN).book;
      },
      copyOf(cfir, { name: 'CFIR 2022, adapted', at: WHEN.at }),
    );
    const numbers = [...new Set(tags.map(({ paper }) => Number(paper)))];
    // The published numbers are those of a longer list: here each number is a paper of its own.
    const papers = Array.from({ length: Math.max(...numbers) }, (_, i) => ({
      id: String(i + 1),
      citation: `Paper ${i + 1}`,
    }));
    const fit = frameworkFit({
      book,
      tags: tags.map(({ paper, influence, direction }, i) => ({
        ...{ id: String(i), codebookId: book.id, influenceId: influence, paperId: paper },
        ...{ direction, basis: 'own' },
      })),
      paperIds: papers.map(({ id }) => id),
    });
    const printed = ledgerTable(fit, papers, { onlyChanged: true });
    const shown = printed.rows.map(({ cells: [domain, label, fitWords, , helped, hindered] }) => [
      ...[domain, label, fitWords, helped, hindered],
    ]);
    expect(shown).toEqual(
      rows.map(([domain = '', label, helped, hindered]) => [
        ...[groupOf(domain), label, 'new', helped, hindered],
      ]),
    );
    expect(rows).toHaveLength(9);
  },
);
