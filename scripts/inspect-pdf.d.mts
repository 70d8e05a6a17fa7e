import type { PdfFile } from '../lib/pdf';

export function pdfReader(): Promise<{ load(bytes: Uint8Array): Promise<PdfFile> }>;
