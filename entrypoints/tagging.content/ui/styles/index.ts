/** The look of tagging mode as one style sheet, in the order in which its parts count. */
import stanceCounts from '../../../../components/stance/StanceCounts.module.css?inline';
import stanceMark from '../../../../components/stance/StanceMark.module.css?inline';
import tokens from '../../../../components/tokens.css?inline';
import base from './base.css?inline';
import conditions from './conditions.css?inline';
import corner from './corner.css?inline';
import pageMarks from './page-marks.css?inline';
import panels from './panels.css?inline';
import toolbar from './toolbar.css?inline';

export const TAGGING_STYLES: string = [
  tokens,
  stanceMark,
  stanceCounts,
  base,
  toolbar,
  panels,
  corner,
  pageMarks,
  conditions,
].join('\n');
