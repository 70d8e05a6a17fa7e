/**
 * What catalogues, repositories and databases call the fields of a record, in the languages of libraries: one
 * vocabulary, by field. Labels are compared as keys (looseKey): without case, accents and colons.
 */
import { looseKey } from '../../text';
import { phrases } from './phrases';

/** Comma-separated, as keys. A label that is read as no field still ends the value before it. */
const LABELS = {
  title: `
    title, main title, title of work, thesis title, dissertation title, document title, paper title, title s,
    titel, haupttitel, hauptsachtitel, titel der arbeit, titulo, titulo principal, titulo da tese,
    titulo de la tesis, titre, titre principal, titre de la these, titolo, titolo della tesi, tytul, nazev, tittel,
    otsikko, cim, baslik, заглавие, название, タイトル, 标题, 题名, dc title`,
  authors: `
    author, authors, author s, authors s, main author, main authors, primary author, first author, creator, creators,
    creator s, author creator, by, name of author, contributor, contributors, autor, autoren, autor in, autor innen,
    autorin, autoren innen, autorinnen, autor innen der arbeit, verfasser, verfasserin, verfasser in, verfasser innen,
    verfasserinnen, hauptverfasser, hauptverfasser in, hauptverfasserin, person institution, urheber, autores,
    autor es, autora, autoras, autor principal, autora principal, autores as, autor a, autoria, auteur, auteurs,
    auteur s, auteur e, auteur principal, auteurs principaux, auteure, autore, autori, autore i, autore principale,
    schrijver, schrijvers, hoofdauteur, forfatter, forfattere, forfattar, forfattare, forfatter e, upphov, upphovsman,
    tekija, tekijat, autorzy, autori, autori prace, szerzo, szerzok, yazar, автор, авторы, 著者, 作者, dc creator,
    dc contributor author, responsible person, person en, personen, persons`,
  year: `
    year, date, date s, publication date, date of publication, publication year, year of publication, published, date published,
    date issued, issue date, issued, defence date, defense date, date of defence, date of defense, degree date,
    date of award, year of award, copyright date, date created, published online, pubdate, jahr, erscheinungsjahr,
    veroffentlicht, erscheinungsdatum, publikationsjahr, publikationsdatum, jahr datierung, datum,
    datum der veroffentlichung, veroffentlichungsdatum, ano, ano de publicacion, fecha, fecha de publicacion,
    fecha de defensa, fecha de lectura, publicado, publicacion, data de publicacao, ano de publicacao, data de defesa,
    data da defesa, annee, annee de publication, date de publication, date de soutenance, date de parution, publie,
    anno, anno di pubblicazione, data di pubblicazione, data conseguimento, data di discussione, data della discussione,
    jaar, jaar van uitgave, publicatiejaar, publicatiedatum, gepubliceerd, utgivelsesar, utgivningsar, julkaisuvuosi,
    rok, rok wydania, data wydania, rok vydani, megjelenes eve, yayin yili, год, год издания, дата публикации, 発行年,
    出版年, dc date issued, dc date`,
  container: `
    journal, journal title, journal name, source, source title, published in, publication title, publication,
    publication name, in, conference, conference name, conference title, event, proceedings, host publication,
    host publication title, host item, book title, title of host publication, appears in, part of, series, periodical,
    zeitschrift, erschienen in, in zeitschrift, quelle, veroffentlicht in, tagung, konferenz, enthalten in,
    ist teil von, revista, publicado en, localizacion, fuente, en, congreso, conferencia, publicado em, fonte, periodico,
    evento, revue, publie dans, paru dans, dans, source de publication, colloque, congres, rivista, pubblicato in,
    fonte di pubblicazione, convegno, tijdschrift, gepubliceerd in, verschenen in, bron, tidsskrift, publicerad i,
    publisert i, ingar i, julkaisussa, czasopismo, casopis, журнал, источник, 掲載誌, 収録刊行物, 刊名`,
  volume: 'volume, vol, band, jahrgang, volumen, tome, jaargang',
  issue:
    'issue, no, number, issue number, journal issue, heft, ausgabe, numero, nummer, fascicolo, fascicule',
  page: `
    page, pages, page s, page range, pages range, first page, seiten, seite, seitenangabe, paginas, pagina, pagine,
    paginacion, paginacao, pagination, blz`,
  doi: 'doi, digital object identifier, digital object identifier doi, doi link, identifiant doi, dc identifier doi',
  kind: `
    type, type of work, type of item, item type, document type, document types, publication type, publication types,
    resource type, type of resource, content type, material type, genre, format, source type, record type, work type,
    thesis type, type of thesis, degree, degree type, degree level, degree name, type of degree, academic degree,
    qualification, qualification name, qualification level, art des inhalts, these, tesis, tesi, tese, thesis note, dissertation note, institutional note, academic thesis, dissertation thesis, note, notes,
    dokumenttyp, dokumentart, publikationstyp, publikationsart, art der arbeit, art der publikation, medientyp, typ, art,
    hochschulschrift, hochschulschriftenvermerk, univ angaben, abschluss, akademischer grad, materialart, medienart,
    tipo, tipo de documento, tipo de publicacion, tipo de recurso, tipo de tesis, tipo de material, formato, grado, nota,
    tipo de acesso ao documento, tipo de publicacao, tipo do documento, tipo de trabalho, grau, titulacao, type de document,
    type de publication, type de these, nature du document, grade, note de these, diplome, tipologia, tipo di documento,
    tipo di pubblicazione, tipo di tesi, tipologia tesi, livello, documenttype, publicatietype, soort, soort materiaal,
    type publicatie, dokumenttype, publikasjonstype, dokumenttyyppi, rodzaj dokumentu, typ dokumentu, typ prace,
    тип документа, вид документа, 資料種別, 文献类型, dc type`,
  institution: `
    institution, university, school, awarding body, degree grantor, degree granting institution, granting institution, awarding institution,
    university institution, institution of award, universitat, hochschule, universidad, universidade, universite,
    universita, universiteit, grad verleihende institution, instituicao, institucion, etablissement, ateneo,
    etablissement de soutenance, instelling, institusjon, institutionen, larosate, uczelnia, университет`,
  publisher: `
    publisher, published by, place publisher, imprint, publication info, publication information, publication details,
    verlag, ort verlag, erschienen, veroffentlichung, verlagsort, editorial, editor comercial, pie de imprenta, editora,
    imprenta, editeur, maison d edition, editore, casa editrice, uitgever, uitgave, forlag, forlag ar, utgivare,
    wydawca, wydawnictwo, vydavatel, издательство, 出版者, 出版社, dc publisher`,
  isbn: 'isbn, e isbn, isbn 13, isbns, isbn e isbn',
  other: `
    abstract, summary, description, description abstract, abstract description, abstract summary, zusammenfassung,
    kurzfassung, inhalt, zum inhalt, beschreibung, resumen, resumo, resume, riassunto, samenvatting, sammanfattning,
    sammendrag, streszczenie, abstrakt, аннотация, keywords, keyword s, keyword, subject, subjects, subject s, topics,
    subjects and keywords, schlagworter, schlagworte, stichworter, palabras clave, materias, materia, temas,
    palavras chave, assuntos, assunto, mots cles, sujets, sujet, parole chiave, soggetti, soggetto, trefwoorden,
    onderwerpen, onderwerp, emneord, amnesord, avainsanat, language, languages, sprache, sprachen, idioma, lengua,
    langue, lingua, taal, sprak, kieli, jezyk, язык, issn, eissn, e issn, url, urn, handle, link, links, permalink,
    permanent url, persistent url, persistent identifier, online access, online zugang, acceso en linea,
    acces en ligne, accesso online, online toegang, rights, rechte, derechos, direitos, droits, diritti, license,
    licence, lizenz, licencia, advisor, advisors, advisor s, thesis advisor, thesis advisors, adviser, advisers,
    supervisor, supervisors, supervisor s, committee, committee members, committee member, referee, referees, examiner,
    examiners, reviewer, reviewers, censor, editor, editors, editor s, other authors, other author, other contributors,
    corporate author, translator, betreuer, betreuerin, betreuer in, betreuer innen, gutachter, gutachterin,
    gutachter in, gutachter innen, begutachter, begutachterin, weitere verfasser, weitere beteiligte, beteiligte,
    sonstige personen, herausgeber, mitwirkende, director, directores, directora, director tesis, director es,
    otros autores, orientador, orientadora, orientadores, orientador a, banca, outros autores, coorientador,
    directeur, directeurs, directeur de these, directeurs de these, jury, autres auteurs, relatore, relatori,
    relatore i, correlatore, altri autori, promotor, promotoren, begeleider, andere auteurs, veileder, handledare,
    ohjaaja, promotorzy, vedouci prace, experiment, collection, collections, sammlung, coleccion, colecao, collezione,
    department, faculty, fakultat, departamento, departement, dipartimento, faculteit, file, files, file s, file pdf,
    download, downloads, extent, physical description, umfang, datentrager, descripcion fisica, descricao fisica,
    description physique, descrizione fisica, country, city, contact, citation, how to cite, accession number,
    accession, identifier, identifiers, identifikator, id, bibtex, cite this, series title, edition, auflage, funding,
    received, accepted, submitted, available online, indexed, date indexed, last updated, last modified,
    verantwort angabe, verantwortlichkeitsangabe, keywords plus, author keywords, addresses, address, affiliation,
    affiliations, institut, uncontrolled keywords, mentor, statement of responsibility, contribution, original language, isni, current institution`,
} as const;

export type LabelledField = keyof typeof LABELS;

/** In UTF-16 units: longer texts are not looked up. */
export const LONGEST_FIELD_LABEL = 45;

let table: Map<string, LabelledField> | undefined;

function byLabel(): Map<string, LabelledField> {
  if (!table) {
    table = new Map();
    for (const [field, labels] of Object.entries(LABELS) as [LabelledField, string][])
      for (const label of phrases(labels)) {
        const key = looseKey(label);
        if (!table.has(key)) table.set(key, field);
      }
  }
  return table;
}

/** The field that a text labels; undefined for a text that is not a label. */
export function fieldLabelled(text: string): LabelledField | undefined {
  if (text.length > LONGEST_FIELD_LABEL) return undefined;
  return byLabel().get(looseKey(text));
}
