/** What the export controls do. Loaded on demand: formats are not needed to look at a map. */
import {
  backupFile,
  backupOf,
  exporters,
  figureAsSvg,
  fileName,
  hasParts,
  notInIt,
  tableAsHtml,
  tableAsText,
  writeBackup,
} from '@/lib/exchange';
import { type CountedMap, type MapOptions, mapAsText } from '@/lib/map';
import type { Figure, OutputTable } from '@/lib/map/outputs';
import { now } from '@/lib/model';
import { contents, noteBackup } from '@/lib/store';
import { copyBoth } from '../ui/copy';
import { saveFile } from '../ui/save-file';
import { appName } from './app-name';
import { type ExportChoices, exportChoices } from './export-choices';
import { exportBeside } from './exporting';
import { newOf, noteExport } from './last-exports';

export interface ShownFormat {
  id: string;
  name: string;
  hint: string;
  /** What such a file does not hold of a review, and what changes on the way. */
  lacks: string;
  /** Only a part of it can be new; what counts is always whole. */
  hasParts: boolean;
}

/** The formats one review can leave in, in the order in which they are offered. */
export function reviewFormats(): ShownFormat[] {
  return exporters.map(({ id, of, label, hint, cannotCarry, changes }) => ({
    ...{ id, name: label, hint, hasParts: hasParts(of) },
    lacks: [notInIt(cannotCarry), changes].filter(Boolean).join(' '),
  }));
}

/** What of a review leaves, if not all of it. */
export interface Part {
  /** These tags, and what they are called. */
  tags?: { ids: readonly string[]; words: string };
  /** What is new since the last export in the format. */
  isNews?: boolean;
}

/** Each action gives the sentence that says what happened. */
export async function exportReview(
  format: string,
  reviewId: string,
  map: MapOptions,
  { tags, isNews = false }: Part = {},
  choices: ExportChoices = exportChoices(),
): Promise<string> {
  const { name, mime, bytes, sentence, at, moment } = await exportBeside({
    format,
    reviewId,
    options: { map, ...choices, ...(tags && { tags }) },
    since: isNews ? newOf(reviewId, format, choices) : undefined,
  });
  saveFile(name, mime, bytes);
  // A file of some tags is not one after which the others are known.
  if (moment && !tags)
    noteExport({ review: reviewId, format, at, moment, excluded: choices.excluded });
  return sentence;
}

/** @param seenThrough of a map that is seen through another codebook, what it says of itself */
export async function copyMap(map: CountedMap, seenThrough?: string): Promise<string> {
  await navigator.clipboard.writeText(mapAsText(map, { seenThrough }));
  return 'Map copied.';
}

/** As a table for word processors, and as cells for spreadsheets: each takes what it knows. */
export async function copyTable(table: OutputTable): Promise<string> {
  await copyBoth(tableAsHtml(table), tableAsText(table));
  return 'Table copied.';
}

/** Pixels of a picture for one point of the figure: sharp in print at the width of a column. */
const PIXELS = 3;

/** A figure for a paper, with its caption, legend and the line on how it was counted. */
export async function saveFigure(
  figure: Figure,
  reviewName: string,
  extension: 'svg' | 'png',
): Promise<string> {
  const svg = figureAsSvg(figure);
  const name = fileName(reviewName, { id: figure.id, extension }, now());
  if (extension === 'svg') saveFile(name, 'image/svg+xml', svg);
  else saveFile(name, 'image/png', await pictureOf(svg));
  return 'Figure saved.';
}

async function pictureOf(svg: string): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * PIXELS;
    canvas.height = image.naturalHeight * PIXELS;
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const picture = await new Promise<Blob | null>((done) => canvas.toBlob(done));
    // A browser gives none where a figure is larger than its canvas can be.
    if (!picture) throw new Error('this figure is too large for a picture: save it as SVG');
    return picture;
  } finally {
    URL.revokeObjectURL(url);
  }
}

export async function backupNow(): Promise<string> {
  const all = await contents();
  const text = writeBackup(backupOf(all, appName()));
  saveFile(fileName('bearing', { ...backupFile, id: 'backup' }, now()), backupFile.mime, text);
  await noteBackup(all.counter);
  return 'Backup written.';
}
