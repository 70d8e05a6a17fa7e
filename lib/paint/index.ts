/** The door of painting: highlights on a page, what lies under a point, and keeping both while the page changes. */

export {
  boundsOf,
  documentsOf,
  inReadingOrder,
  isShown,
  watchDocuments,
} from './frames';
export { type Keeper, type KeepOptions, keepAnchored, type Quote } from './keep-anchored';
export { namesIn } from './names';
export { createPainter, type Painter, type PaintItem } from './painter';
export { type Ground, paintStyles } from './styles';
