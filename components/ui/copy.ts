/** To the clipboard as text and as HTML: what it is pasted into takes what it knows. */
export async function copyBoth(html: string, text: string): Promise<void> {
  const blob = (type: string, content: string) => new Blob([content], { type });
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/html': blob('text/html', html),
      'text/plain': blob('text/plain', text),
    }),
  ]);
}
