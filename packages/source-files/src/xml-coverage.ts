// Which elements, attributes and texts of an XML file were met, and which of them are captured.
import type { SourceLimits } from './source-limits.ts';
import { isBlank, type XmlElement } from './xml-element.ts';
import { xmlEvents } from './xml-events.ts';

/** One kind of place in a file. */
export interface XmlCoverageLine {
  /** `parent>element` (the root's parent is `#document`), `element@attribute`, `element#text`, or `parent>#comment`. */
  readonly path: string;
  /** How often it was met. */
  readonly count: number;
  /** Whether it is on the list of what is captured. */
  readonly captured: boolean;
}

/** The parent of the root element. */
export const documentNode = '#document';

/** Counts what is met and holds it against the list of what is captured. */
export class XmlCoverage {
  readonly #counts = new Map<string, number>();
  readonly #captured = new Set<string>();

  /** Patterns are paths of XmlCoverageLine; `*` stands for any one name: `*>note`, `cell@*`. */
  constructor(captured: readonly string[] = []) {
    this.capture(...captured);
  }

  /** Adds to the list of what is captured. */
  capture(...patterns: readonly string[]): void {
    for (const pattern of patterns) this.#captured.add(pattern);
  }

  /** An element of that name under that parent. */
  meet(parent: string, element: string, count = 1): void {
    this.#add(`${parent}>${element}`, count);
  }

  /** An attribute on an element. */
  meetAttribute(element: string, attribute: string, count = 1): void {
    this.#add(`${element}@${attribute}`, count);
  }

  /** A text, not of blanks alone, directly inside an element: one for each stretch between two tags. */
  meetText(element: string, count = 1): void {
    this.#add(`${element}#text`, count);
  }

  /** An element with all that is in it. */
  meetTree(parent: string, element: XmlElement): void {
    this.meet(parent, element.name);
    for (const attribute of Object.keys(element.attributes)) this.meetAttribute(element.name, attribute);
    for (const child of element.children) {
      if (typeof child === 'string') this.meetText(element.name);
      else this.meetTree(element.name, child);
    }
  }

  /** Everything another coverage has met; its list of what is captured stays its own. */
  meetAll(other: XmlCoverage): void {
    for (const [path, count] of other.#counts) this.#add(path, count);
  }

  /** What was met, sorted by path. */
  report(): XmlCoverageLine[] {
    const lines = [...this.#counts].map(([path, count]) => ({
      path,
      count,
      captured: this.#isCaptured(path),
    }));
    return lines.sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** What was met and is not captured, sorted by path; empty when nothing is dropped. */
  uncaptured(): XmlCoverageLine[] {
    return this.report().filter(({ captured }) => !captured);
  }

  #add(path: string, count: number): void {
    this.#counts.set(path, (this.#counts.get(path) ?? 0) + count);
  }

  #isCaptured(path: string): boolean {
    if (this.#captured.has(path)) return true;
    const [, left, mark, right] = /^(#?[^#>@]+)(#text$|[>@])(.*)$/.exec(path) ?? [];
    return [`*${mark}${right}`, `${left}${mark}*`].some((pattern) => this.#captured.has(pattern));
  }
}

/** Counts everything in an XML text; throws SourceFileError as xmlElements does. */
export function tallyXml(text: string, file: string, limits?: Partial<SourceLimits>): XmlCoverage {
  const coverage = new XmlCoverage();
  const path: string[] = [documentNode];
  const inner = () => path.at(-1) ?? documentNode;
  const events = xmlEvents(
    text,
    file,
    {
      open({ name, attributes }) {
        coverage.meet(inner(), name);
        for (const attribute of Object.keys(attributes)) coverage.meetAttribute(name, attribute);
        path.push(name);
      },
      text(found) {
        if (!isBlank(found)) coverage.meetText(inner());
      },
      close() {
        path.pop();
      },
      aside(kind) {
        coverage.meet(inner(), kind);
      },
    },
    limits,
  );
  for (const _ of events);
  return coverage;
}
