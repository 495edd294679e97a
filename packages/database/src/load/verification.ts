// What reading a stored release again has shown.

/** The digest of what is stored now, and what was found wrong: no problems when it is what was published. */
export interface Verification {
  readonly digest: string;
  /** Contents, list rows, index entries and mappings that were read. */
  readonly rowsRead: number;
  readonly problems: readonly string[];
}
