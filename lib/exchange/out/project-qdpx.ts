/**
 * A review as a project of REFI-QDA (.qdpx, schema urn:QDA-XML:project:1.0), which ATLAS.ti, MAXQDA, NVivo, QDA Miner,
 * Quirkos, QualCoder, Transana and others exchange: codebooks as codes, each paper as a text of its quoted statements, each tag
 * as a coded place in it. Written the way their importers really read it:
 * - texts are files of their own (QualCoder fails on text in the project), in one line of characters of one unit, so that
 *   all tools count the same places;
 * - a coder's note is the description of the place, which QualCoder reads, and a note, which the others do;
 * - notes are in the project, because QualCoder makes journals of those in files;
 * - facts of papers are values of their sources; the case of each has none, because QualCoder fails where both have the same.
 */
import { CoderIndex, grouped } from '../../model';
import { safeName } from '../file-name';
import { NOTICE_KINDS, NOTICE_WORD } from '../own-words';
import { overview, type PaperFound, papersFound } from '../paper-notes';
import { type TagRow, tagRows } from '../records';
import { ABSTRACT, DIALS, describedTag, ORIGIN, PROJECT_NAMESPACE } from '../refi-words';
import { oneLine } from '../text';
import type { Chosen, ExportOptions, Format } from '../types';
import { zipped } from '../zip';
import { type Codes, codesOf } from './refi-qda/codes';
import { element, guid, hasText, moment, ownGuid, textElement, wrapper } from './refi-qda/element';
import { joined, plainText } from './refi-qda/plain-text';
import { cut, UniqueNames } from './refi-qda/unique-names';
import { type Variables, variablesOf } from './refi-qda/variables';

const SCHEMA = 'http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd';
/** Taguette's limit for the name of a document. */
const LONGEST_SOURCE = 50;
const LONGEST_VARIABLE = 100;
/** A place in a text is named by how it begins. */
const LONGEST_BEGINNING = 60;

export const projectQdpx: Format = {
  id: 'project-qdpx',
  of: 'papers',
  label: 'QDA project (REFI-QDA)',
  hint: 'Papers with their quotes as coded text, codebooks, coders and notes: for NVivo, ATLAS.ti, MAXQDA, QualCoder and others.',
  extension: 'qdpx',
  mime: 'application/zip',
  cannotCarry: ['machines', 'labels', 'memos', 'findings'],
  changes:
    'A paper’s text is its quotes, one after the other. Line ends in them become blanks, and signs such as emoji a square. Direction, strength, second-hand and voice are codes beside the influence’s. Of your own columns those of papers are in it. Long names are cut.',
  write: (data, options) => new Project(data, options).zip(),
};

class Project {
  readonly #rows: readonly TagRow[];
  readonly #papers: readonly PaperFound[];
  readonly #codes: Codes;
  readonly #variables: Variables;
  readonly #variableNames = new UniqueNames(LONGEST_VARIABLE);
  readonly #sourceNames = new UniqueNames(LONGEST_SOURCE);
  readonly #coders: CoderIndex;
  readonly #sites: ReadonlyMap<string, string>;
  readonly #notes: string[] = [];
  readonly #files: Record<string, string> = {};
  /** What no coder made. */
  readonly #self = guid('user', ORIGIN);

  constructor(
    readonly data: Chosen,
    readonly options: ExportOptions = {},
  ) {
    this.#rows = tagRows(data);
    this.#papers = papersFound(data, options);
    this.#codes = codesOf(data, this.#rows);
    this.#variables = variablesOf(
      data,
      this.#papers.map(({ paper }) => paper),
      this.#variableNames,
    );
    this.#coders = new CoderIndex(data.coders);
    this.#sites = new Map(data.sites.map(({ id, name }) => [id, name]));
  }

  zip(): Uint8Array {
    const { review } = this.data;
    const sources = this.#papers.map((found) => this.#source(found));
    const inner = [
      ...wrapper('Users', this.#users()),
      ...this.#codes.written,
      ...wrapper('Variables', this.#variables.written),
      ...wrapper('Cases', this.#papers.map(caseOf)),
      ...wrapper('Sources', sources),
      ...wrapper('Notes', this.#notes),
      ...wrapper('Sets', this.#sets()),
      ...textElement('Description', review.question),
    ];
    const project = element(
      'Project',
      {
        xmlns: PROJECT_NAMESPACE,
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xsi:schemaLocation': `${PROJECT_NAMESPACE} ${SCHEMA}`,
        ...{ name: oneLine(review.name) || 'Review', origin: ORIGIN, creatingUserGUID: this.#self },
        creationDateTime: moment(review.createdAt),
        ...(this.options.at && { modifiedDateTime: moment(this.options.at) }),
      },
      inner,
    );
    const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
    return zipped({ ...this.#files, 'project.qde': `${head}${project}\n` });
  }

  #userOf(coderId: string): string {
    return ownGuid('user', this.#coders.resolve(coderId));
  }

  /** Coders first: QualCoder goes on as the first user. */
  #users(): string[] {
    const names = new UniqueNames(LONGEST_VARIABLE);
    const byId = new Map(this.#rows.map(({ tag, coder }) => [this.#userOf(tag.coderId), coder]));
    const inOrder = [...byId].sort(([a, one], [b, two]) =>
      one === two ? (a < b ? -1 : 1) : one < two ? -1 : 1,
    );
    return [...inOrder, [this.#self, ORIGIN] as const].map(([own, name]) =>
      element('User', { guid: own, name: names.take(name) }),
    );
  }

  #source({ paper, tags, summary }: PaperFound): string {
    const own = sourceGuid(paper.id);
    const byStatement = [...grouped(tags, ({ statement }) => statement.id).values()];
    const { text, places } = joined(byStatement.map(([first]) => first?.statement.quote ?? ''));
    const name = this.#sourceNames.take(sourceName(paper.facts));
    // An empty document is refused by some tools.
    this.#files[`sources/${own}.txt`] = text || 'No statement of this paper is tagged.';
    const created =
      moment(paper.listed?.addedAt ?? tags[0]?.tag.createdAt) ?? moment(this.data.review.createdAt);
    const selections = byStatement.flatMap((rows, i) =>
      rows.map((row) => this.#selection(row, text, places[i] ?? [0, 0], name)),
    );
    const note = paper.listed?.note;
    const noteRef =
      note && hasText(note)
        ? [this.#note(`paper ${paper.id}`, name, note, this.#self, created)]
        : [];
    const { abstract } = paper.facts;
    const about = [overview(paper, summary, tags), note, abstract && ABSTRACT + abstract];
    return element(
      'TextSource',
      {
        ...{ guid: own, name, plainTextPath: `internal://${own}.txt` },
        ...{ creatingUser: this.#self, creationDateTime: created },
      },
      [
        ...textElement('Description', about.filter(Boolean).join('\n\n')),
        ...selections,
        ...noteRef,
        ...this.#variables.of(paper),
      ],
    );
  }

  /** One for each tag, with its note: several tags on a statement have the same place. */
  #selection(
    { tag, statement }: TagRow,
    text: string,
    [start, end]: readonly [number, number],
    sourceName: string,
  ): string {
    const user = this.#userOf(tag.coderId);
    const created = moment(tag.createdAt);
    const site = tag.siteId && this.#sites.get(tag.siteId);
    const description = describedTag(tag, {
      ...(statement.section && { section: statement.section.title }),
      ...(statement.page && { page: statement.page }),
      ...(site && { site }),
    });
    const code = (codeGuid: string, own: string) =>
      element('Coding', { guid: own, creatingUser: user, creationDateTime: created }, [
        element('CodeRef', { targetGUID: codeGuid }),
      ]);
    const dials = DIALS.flatMap((dial) => {
      const codeGuid = this.#codes.ofDial(dial, tag[dial]);
      return codeGuid ? [code(codeGuid, guid(dial, tag.id))] : [];
    });
    const noteName = `${this.#codes.nameOf(tag)}, ${sourceName}`;
    return element(
      'PlainTextSelection',
      {
        ...{
          guid: guid('selection', tag.id),
          name: cut(text.slice(start, end), LONGEST_BEGINNING),
        },
        ...{ startPosition: start, endPosition: end, creatingUser: user },
        ...{ creationDateTime: created, modifyingUser: user },
        modifiedDateTime: moment(tag.updatedAt),
      },
      [
        ...textElement('Description', description),
        code(this.#codes.ofTag(tag), ownGuid('tag', tag.id)),
        ...dials,
        ...(hasText(tag.note) ? [this.#note(tag.id, noteName, tag.note, user, created)] : []),
      ],
    );
  }

  /** Adds a note; gives the reference to it. */
  #note(of: string, name: string, text: string, user: string, at: string | undefined): string {
    const own = guid('note', of);
    this.#notes.push(
      element('Note', { guid: own, name, creatingUser: user, creationDateTime: at }, [
        ...textElement('PlainTextContent', text),
      ]),
    );
    return element('NoteRef', { targetGUID: own });
  }

  /** What nobody may overlook, as groups of documents. */
  #sets(): string[] {
    const excluded = this.#papers.filter(({ paper }) => paper.listed?.eligibility === 'excluded');
    const groups: [name: string, papers: readonly PaperFound[]][] = [
      ['Excluded papers', excluded],
      ...NOTICE_KINDS.map((kind): [string, PaperFound[]] => [
        NOTICE_WORD[kind],
        this.#papers.filter(({ paper }) => paper.facts.notices?.some((one) => one.kind === kind)),
      ]),
    ];
    return groups.flatMap(([name, papers]) =>
      papers.length
        ? [
            element(
              'Set',
              { guid: guid('set', name), name: this.#variableNames.take(name) },
              papers.map(({ paper }) =>
                element('MemberSource', { targetGUID: sourceGuid(paper.id) }),
              ),
            ),
          ]
        : [],
    );
  }
}

const sourceGuid = (paperId: string) => ownGuid('source', paperId);

const caseOf = ({ paper }: PaperFound): string =>
  element('Case', { guid: guid('case', paper.id) }, [
    element('SourceRef', { targetGUID: sourceGuid(paper.id) }),
  ]);

/** "Müller 2021 Peer support in hospitals". */
function sourceName({ authors: [first], year, title }: PaperFound['paper']['facts']): string {
  const who = first?.family ?? first?.literal;
  const whole = [who, year, title].filter(Boolean).join(' ');
  return (
    safeName(cut(safeName(plainText(whole), whole.length), LONGEST_SOURCE), LONGEST_SOURCE) ||
    'Paper'
  );
}
