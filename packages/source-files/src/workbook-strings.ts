// The strings that the cells of a workbook share.
import type { SourceLimits } from './source-limits.ts';
import { type StringItem, stringItem } from './string-item.ts';
import { refusingAt } from './workbook-fault.ts';
import { workbookText } from './workbook-text.ts';
import { type XmlHandlers, xmlEvents } from './xml-events.ts';
import { prefixOf } from './xml-name.ts';

/** The strings in order, as cells count them; throws SourceFileError as xmlEvents and workbookText do. */
export function sharedStrings(text: string, part: string, limits: SourceLimits): readonly string[] {
  const strings: string[] = [];
  const refuse = refusingAt(() => `${part}, string ${strings.length}`);
  const keep = (stored: string) => strings.push(workbookText(stored, limits.cellLength, refuse));
  for (const _ of xmlEvents(text, part, stringHandlers(keep), limits));
  return strings;
}

function stringHandlers(keep: (stored: string) => void): XmlHandlers {
  let depth = 0;
  let name = '';
  let item: StringItem = stringItem('');
  let inItem = false;
  return {
    open(tag) {
      depth += 1;
      if (depth === 1) {
        name = `${prefixOf(tag.name)}si`;
        item = stringItem(prefixOf(tag.name));
      } else if (depth === 2) inItem = tag.name === name;
      else if (inItem) item.open(tag.name);
    },
    text(text) {
      if (inItem) item.text(text);
    },
    close(closed) {
      if (depth === 2 && inItem) {
        keep(item.take());
        inItem = false;
      } else if (inItem) item.close(closed);
      depth -= 1;
    },
    aside() {},
  };
}
