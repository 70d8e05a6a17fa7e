/** Why a file cannot be shown, in words: what has happened, what is safe, what can be done. */

/** What a reader can do next. */
export type WayOut = 'retry' | 'original' | 'choose';

export class CannotOpen extends Error {
  constructor(
    readonly title: string,
    readonly sentence: string,
    readonly ways: readonly WayOut[],
    options?: ErrorOptions,
  ) {
    super(title, options);
  }
}

const SAFE = 'Your tags are safe.';

export const problems = {
  empty: () =>
    new CannotOpen(
      'This file is empty',
      `It has 0 bytes. ${SAFE} Download it again, or open the original.`,
      ['retry', 'original', 'choose'],
    ),
  notPdf: () =>
    new CannotOpen(
      'This is not a PDF',
      `The file holds something else. ${SAFE} Open the original to see it.`,
      ['original', 'choose'],
    ),
  webPage: (host: string) =>
    new CannotOpen(
      'The server sent a web page instead of the PDF',
      `${host} may want you to sign in first, or to press a button. Open the original, download the PDF there, and drop the file here. ${SAFE}`,
      ['original', 'retry', 'choose'],
    ),
  refused: (status: number, host: string) =>
    new CannotOpen(
      status === 404 || status === 410
        ? 'The PDF was not found'
        : 'The server refused to send the PDF',
      `${host} answered with error ${status}. ${
        status === 401 || status === 403
          ? 'You may have to sign in: open the original, then come back.'
          : status === 404 || status === 410
            ? 'It may have been moved or removed: look for it on the page of its paper.'
            : status >= 500
              ? 'It may be down for a while: try again later.'
              : 'Some PDFs can be fetched only by a button on their page: download it there, and drop the file here.'
      } ${SAFE}`,
      ['original', 'retry', 'choose'],
    ),
  unreachable: (host: string) =>
    new CannotOpen(
      'The PDF could not be fetched',
      `${host} did not answer, or the connection was cut. ${SAFE} Try again when you are online.`,
      ['retry', 'original', 'choose'],
    ),
  noFileAccess: () =>
    new CannotOpen(
      'The browser does not let Bearing read this file by its address',
      'Choose the file here, or drop it on this page. To open files by their address, allow “Access to file URLs” for Bearing in the browser’s list of extensions.',
      ['choose'],
    ),
  unreadable: () =>
    new CannotOpen(
      'This file cannot be read',
      `It may have been moved, renamed or deleted, or be a folder. ${SAFE} Choose it once more.`,
      ['choose'],
    ),
  tooLarge: (megabytes: number) =>
    new CannotOpen(
      'This PDF is too large to be opened here',
      `It has ${megabytes} MB, and its server sends files only whole. Open the original, download it, and drop the file here. ${SAFE}`,
      ['original', 'choose'],
    ),
  damaged: (cause: unknown) =>
    new CannotOpen(
      'This PDF is damaged',
      `It may have been cut off while it was downloaded. ${SAFE} Download it again, or open the original.`,
      ['retry', 'original', 'choose'],
      { cause },
    ),
  failed: (cause: unknown) =>
    new CannotOpen(
      'This PDF could not be shown',
      `Something went wrong in Bearing; the file itself may be fine. ${SAFE} Open the original, or try again.`,
      ['retry', 'original', 'choose'],
      { cause },
    ),
  badAddress: () =>
    new CannotOpen(
      'This address cannot be opened',
      'Only addresses that begin with http, https or file are. Choose a file instead.',
      ['choose'],
    ),
};
