/** What has changed since a moment, by ids: as the store finds it, and as exports of what is new take it. */
export interface Changed {
  /** Papers that changed, that came onto or off a list, or of whose statements or tags one did. */
  papers: ReadonlySet<string>;
  /** Papers whose entry on a list changed: of a paper that was excluded, no tag has left yet. */
  places: ReadonlySet<string>;
  tags: ReadonlySet<string>;
  /** A change of a statement is one of each of its tags. */
  statements: ReadonlySet<string>;
}
