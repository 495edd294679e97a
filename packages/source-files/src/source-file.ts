// One published file, as it was when it was listed.
import { type Measure, readWhole, type StoredContent } from './stored-content.ts';

/** One published file, on disk or inside a zip. */
export interface SourceFile {
  /** What the operator named and the path in it, with forward slashes: `folder/b.txt`, `x.zip!/a/b.txt`. */
  readonly name: string;
  /** Size, inflated. */
  readonly bytes: number;
  /** Of the bytes as published; 64 hexadecimal digits, lower case. */
  readonly sha256: string;
  /**
   * The whole content, not to be changed by who reads it; throws SourceFileError when it is no longer what was listed.
   * It is read anew, unless an earlier reading is still in memory: a load recognises a file and then parses it.
   */
  read(): Promise<Buffer>;
}

/** The file that some content is, once measured. */
export function sourceFile(content: StoredContent, { bytes, sha256 }: Measure): SourceFile {
  let held: WeakRef<Buffer> | null = null;
  const read = async () => {
    const whole = held?.deref() ?? (await readWhole(content, { bytes, sha256 }));
    held = new WeakRef(whole);
    return whole;
  };
  return { name: content.name, bytes, sha256, read };
}
