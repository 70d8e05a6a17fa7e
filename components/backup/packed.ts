/** Backup files as snapshots hold them: packed. */

const through = (blob: Blob, transform: GenericTransformStream): Promise<Blob> =>
  new Response(blob.stream().pipeThrough(transform)).blob();

export const packed = (text: string): Promise<Blob> =>
  through(new Blob([text]), new CompressionStream('gzip'));

/** @throws TypeError where it is damaged */
export const unpacked = (file: Blob): Promise<Blob> =>
  through(file, new DecompressionStream('gzip'));
