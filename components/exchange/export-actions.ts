/** What the export menus do. Loaded on demand: formats are not needed to look at a map. */
import { browser } from 'wxt/browser';
import { type EvidenceMap, mapAsText } from '@/lib/map';
import { backUp, noteBackup } from '@/lib/store';
import { saveFile } from '../ui/save-file';

/** A file name of what it holds and the day: "bearing-backup-2026-11-21.json". */
export function fileName(what: string, extension: string, at = new Date()): string {
  const words = what
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
    .slice(0, 60);
  const day = [at.getFullYear(), at.getMonth() + 1, at.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  return `${words || 'bearing'}-${day}.${extension}`;
}

/** "Bearing 0.1.0", as files say who wrote them. */
export function appName(): string {
  return `Bearing ${browser.runtime.getManifest().version}`;
}

/** Each action gives the sentence that says what happened. */
export async function copyMap(map: EvidenceMap): Promise<string> {
  await navigator.clipboard.writeText(mapAsText(map));
  return 'Map copied.';
}

export async function backupNow(): Promise<string> {
  saveFile(fileName('bearing-backup', 'json'), 'application/json', await backUp(appName()));
  await noteBackup();
  return 'Backup written.';
}

export interface ShownFormat {
  id: string;
  name: string;
  hint: string;
}

export function reviewFormats(): ShownFormat[] {
  return [];
}

export async function exportReview(_id: string, _reviewId: string | undefined): Promise<string> {
  return '';
}
