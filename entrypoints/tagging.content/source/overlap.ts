/** Do two ranges share text? Ranges of different trees do not. */
import * as dom from '../../../lib/dom';
export function overlap(a: Range, b: Range): boolean {
  if (dom.getRootNode(a.startContainer) !== dom.getRootNode(b.startContainer)) return false;
  return (
    a.compareBoundaryPoints(Range.END_TO_START, b) < 0 &&
    a.compareBoundaryPoints(Range.START_TO_END, b) > 0
  );
}
