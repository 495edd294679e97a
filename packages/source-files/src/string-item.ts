// The text of a string in a workbook: plain, or runs of rich text; how it is spoken is left out.

/** Follows the tags and texts inside one `si` or `is` element. */
export interface StringItem {
  open(name: string): void;
  text(text: string): void;
  close(name: string): void;
  /** The runs' texts joined, blanks and all; the next string begins. */
  take(): string;
}

/** For a part whose elements have this prefix, such as `x:`. */
export function stringItem(prefix: string): StringItem {
  const run = `${prefix}t`;
  const phonetic = `${prefix}rPh`;
  let joined = '';
  let inRun = false;
  let inPhonetic = false;
  return {
    open(name) {
      if (name === run) inRun = true;
      else if (name === phonetic) inPhonetic = true;
    },
    text(text) {
      if (inRun && !inPhonetic) joined += text;
    },
    close(name) {
      if (name === run) inRun = false;
      else if (name === phonetic) inPhonetic = false;
    },
    take() {
      const text = joined;
      joined = '';
      inRun = false;
      inPhonetic = false;
      return text;
    },
  };
}
