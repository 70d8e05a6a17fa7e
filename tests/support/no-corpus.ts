/** The reason a test gives when it is skipped. */
export const NO_CORPUS =
  'the corpus of saved pages is not here (set BEARING_CORPUS to its folder): skipped';
