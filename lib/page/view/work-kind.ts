/** The kind of work that a catalogue's own words name, in the languages of libraries, as a CSL type. */
import { looseKey } from '../../text';
import { phrases } from './phrases';
import { cslType } from './raw';

/** By CSL type, in the order in which they are looked for; a phrase that ends with "-" opens a word. */
const KINDS: readonly [type: string | null, list: string][] = [
  [
    'thesis',
    `thesis, theses, tese, teses, tesi, tesis, dissertat-, dissertac-, disertac-, doctora-, doktor-, dottorat-,
    doutorad-, mestrado, master s, masterarbeit, magisterarbeit, diplomarbeit, bachelorarbeit, bachelor s,
    hochschulschrift-, these de, these d, habilitation-, proefschrift-, scriptie-, masterproef, avhandling-, vaitoskirja-, rozprawa, phd,
    ph d, dphil, d phil, laurea, licenciatura, trabajo fin de grado, trabajo fin de master, memoire de master,
    memoire de maitrise, диссертац-, 学位论文, 学位論文, 博士論文`,
  ],
  [
    'paper-conference',
    `conference, proceeding, proceedings, konferenz-, tagungs-, kongress-, congres-, conferencia, acta, actas,
    comunicacion-, comunicacao, communication dans un congres, convegno, atti, 会议论文`,
  ],
  ['chapter', 'chapter, buchkapitel, capitulo, chapitre, capitolo, hoofdstuk'],
  [
    'article-journal',
    `article, articles, academic journal, academic journals, scholarly journal, scholarly journals, zeitschriftenartikel,
    zeitschriftenaufsatz, aufsatz, artikel, articulo, articulos, artigo, artigos, articolo, articoli, tidskriftsartikel,
    tidsskriftartikel, artykul, статья, 期刊论文, 雑誌論文`,
  ],
  [
    'report',
    `report, reports, forschungsbericht, bericht, informe, informes, relatorio, relatorios, rapport, rapports, rapporto,
    working paper, working papers, arbeitspapier`,
  ],
  // What is not read here, or what shops sell.
  [
    null,
    `dataset, datasets, data set, data sets, software, image, images, photograph-, still image, video-, sound, audio-,
    map, maps, musical, score, scores, conjunto de datos, datensatz, bild, fotografi-, paperback, hardcover, hardback,
    taschenbuch, gebunden-, ebook, ebooks, e book, book, books, buch, libro, libros, livro, livros, livre, livres, libri,
    product, patent, patents, news-, webpage, web page, blog-`,
  ],
];
/** In UTF-16 units: a longer text tells of a work, and does not name its kind. */
const LONGEST = 160;

let table: { type: string | null; phrase: string }[] | undefined;

/** Each phrase between the blanks that it is looked for with. */
const phrasesByKind = () => {
  table ??= KINDS.flatMap(([type, list]) =>
    phrases(list).map((phrase) => ({
      ...{ type, phrase: phrase.endsWith('-') ? ` ${phrase.slice(0, -1)}` : ` ${phrase} ` },
    })),
  );
  return table;
};

/**
 * @returns the type; null for a thing that is not a paper; undefined for words that name no kind
 */
export function workKind(words: string): string | null | undefined {
  if (words.length > LONGEST) return undefined;
  const key = ` ${looseKey(words)} `;
  const found = phrasesByKind().find(({ phrase }) => key.includes(phrase));
  return found ? found.type : (cslType(words) ?? undefined);
}
