// The zip that a workbook is: its parts by name, each read through all the checks of a zip and of XML.
import { tooManyBytes } from './size-faults.ts';
import { SourceFileError } from './source-file-error.ts';
import { type SourceLimits, sourceLimits } from './source-limits.ts';
import { isZip, type StoredContent } from './stored-content.ts';
import type { XmlElement } from './xml-element.ts';
import { decodeXml } from './xml-guard.ts';
import { xmlElements } from './xml-stream.ts';
import { type ZipContainer, zipInMemory, zippedContent } from './zip-content.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';
import { officeMark } from './zip-files.ts';

/** The part that says which sheets there are. */
export const workbookPart = 'xl/workbook.xml';

/** A workbook's parts; nothing of them is held. Both readers throw SourceFileError, naming the part. */
export interface WorkbookPackage {
  /** The workbook's own name. */
  readonly name: string;
  readonly limits: SourceLimits;
  /** The name of a part as the zip writes it, whatever the case it is asked in; null when it is not there. */
  find(part: string): string | null;
  /** The text of a part, under these caps on XML instead of the package's. */
  text(part: string, caps?: SourceLimits): Promise<string>;
  /** A small part as one tree. */
  tree(part: string): Promise<XmlElement>;
}

/** Whether the bytes are a zip that holds a workbook; false for whatever cannot be opened, encrypted ones too. */
export async function isWorkbook(bytes: Buffer, limits?: Partial<SourceLimits>): Promise<boolean> {
  if (!isZip(bytes)) return false;
  try {
    const entries = await zipEntries(inMemory('', bytes), sourceLimits(limits));
    return hasWorkbook(entries);
  } catch (error) {
    if (error instanceof SourceFileError) return false;
    throw error;
  }
}

/** Opens the zip; throws SourceFileError for a damaged or hostile one and for what is no workbook. */
export async function openWorkbookPackage(
  bytes: Buffer,
  name: string,
  limits: SourceLimits,
): Promise<WorkbookPackage> {
  if (!isZip(bytes)) throw noWorkbook(name, isCompoundFile(bytes));
  const container = inMemory(name, bytes);
  const entries = await zipEntries(container, limits);
  if (!hasWorkbook(entries)) throw noWorkbook(name, false);
  const byName = new Map(entries.toReversed().map((entry) => [entry.name.toLowerCase(), entry]));
  const find = (part: string) => byName.get(part.toLowerCase())?.name ?? null;
  const text = async (part: string, caps = limits) => {
    const entry = byName.get(part.toLowerCase());
    if (entry === undefined) throw missingPart(name, part);
    const content = zippedContent(container, entry, limits);
    return decodeXml(await wholeEntry(content, entry), content.name, caps);
  };
  const tree = async (part: string) => rootElement(await text(part), `${name}!/${part}`, limits);
  return { name, limits, find, text, tree };
}

function inMemory(name: string, bytes: Buffer): ZipContainer {
  return zipInMemory(name, bytes, async () => bytes);
}

async function zipEntries(container: ZipContainer, limits: SourceLimits): Promise<readonly ZipEntry[]> {
  const zip = await container.open();
  try {
    const entries = await readZipDirectory(zip, container.name, limits);
    const bytes = entries.reduce((sum, entry) => sum + entry.declaredBytes, 0);
    if (bytes > limits.totalBytes) throw tooManyBytes(container.name, `${bytes} bytes`, limits.totalBytes);
    return entries;
  } finally {
    zip.close();
  }
}

function hasWorkbook(entries: readonly ZipEntry[]): boolean {
  return [officeMark, workbookPart].every((part) => entries.some(({ name }) => name === part));
}

/** The content has checked that it is as long as the zip says. */
async function wholeEntry(content: StoredContent, { declaredBytes }: ZipEntry): Promise<Buffer> {
  const whole = Buffer.allocUnsafe(declaredBytes);
  let filled = 0;
  for await (const chunk of content.chunks()) filled += chunk.copy(whole, filled);
  return whole;
}

function rootElement(text: string, file: string, limits: SourceLimits): XmlElement {
  let root: XmlElement | null = null;
  for (const item of xmlElements(text, file, () => true, limits)) {
    if (item.type === 'record') root = item.element;
  }
  if (root === null) throw new Error(`${file} has no root, and the parser let it pass`);
  return root;
}

/** Old workbooks and encrypted new ones are compound files; nothing inside says so before they are decrypted. */
function isCompoundFile(bytes: Buffer): boolean {
  return bytes.toString('hex', 0, 8) === 'd0cf11e0a1b11ae1';
}

function noWorkbook(file: string, compound: boolean): SourceFileError {
  return new SourceFileError({
    file,
    found: compound ? 'an encrypted or an old workbook (xls)' : 'no workbook',
    expected: 'a workbook of the kind xlsx, without a password',
    advice: compound
      ? 'Open it and save it as xlsx without a password, or take the text that the publisher released beside it.'
      : 'Take the file as the publisher released it.',
  });
}

function missingPart(file: string, part: string): SourceFileError {
  return new SourceFileError({
    file,
    found: `no part ${part}`,
    expected: 'every part that the workbook names',
    advice: 'The workbook is damaged; download it again.',
  });
}
