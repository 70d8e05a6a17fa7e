/** Hands a file to the reader by a link with a Blob: no `downloads` permission is needed for that. */
export function saveFile(name: string, type: string, content: BlobPart): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The download has its own handle on the data once the click has been dispatched; a minute is ample.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
