// The stream of a large XML file, with everything that passes counted for the coverage report.
import {
  documentNode,
  type XmlCoverage,
  type XmlPath,
  type XmlStreamItem,
  xmlElements,
} from '@codeset/source-files';

/** As xmlElements; each item is counted in `coverage` before it is given. */
export function* xmlRecords(
  text: string,
  file: string,
  recordPath: (path: XmlPath) => boolean,
  coverage: XmlCoverage,
): Generator<XmlStreamItem> {
  for (const item of xmlElements(text, file, recordPath)) {
    const parent = item.path.at(-2) ?? documentNode;
    if (item.type === 'record') {
      coverage.meetTree(parent, item.element);
    } else if (item.type === 'open') {
      coverage.meet(parent, item.element.name);
      for (const attribute of Object.keys(item.element.attributes)) {
        coverage.meetAttribute(item.element.name, attribute);
      }
    } else if (item.type === 'text') {
      coverage.meetText(item.path.at(-1) ?? documentNode);
    }
    yield item;
  }
}
