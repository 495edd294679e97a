// The language of a translation, told by the file's name: WHO writes it nowhere in the file, its links lead to `/l-m/en`.

/** Every name of a file or zip that the path goes through, the innermost first. */
function namesIn(path: string): string[] {
  return path.split(/!?\//).reverse();
}

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/**
 * The BCP 47 tag at the end of the file's name, or else of a zip or folder that it is in:
 * `SimpleTabulation-ICD-11-MMS-es.txt` → `es`, `…-pt-BR.xlsx` → `pt-BR`. Null where none of them ends in a language.
 */
export function languageOfName(path: string): string | null {
  for (const name of namesIn(path)) {
    const match = /[-_. ]([a-z]{2}(?:-[A-Z]{2}|-[A-Z][a-z]{3})?)(?:\.[A-Za-z]{2,5})?$/.exec(name);
    const tag = match?.[1];
    if (tag !== undefined && languageNames.of(tag) !== undefined) return tag;
  }
  return null;
}
