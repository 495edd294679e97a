// The GraphQL types that hang on a release: why it was selected, counts, source files, findings, front matter.
import { listSizeKey } from '../limits/list-size.ts';
import {
  Count,
  Finding,
  IndexColumn,
  IndexHeading,
  IntroductionSection,
  Selection,
  SourceFile,
} from './refs.ts';
import { SelectedBy, Severity } from './release-words.ts';

Selection.implement({
  description: 'Why a release serves a request. The answer repeats it under `extensions.releases`.',
  fields: (t) => ({
    by: t.expose('by', { type: SelectedBy, description: 'By name, by date, or out of a list.' }),
    date: t.expose('date', {
      type: 'Date',
      nullable: true,
      description: "The date asked for, or today's; null where no date played a part.",
    }),
    doubt: t.exposeString('doubt', {
      nullable: true,
      description:
        'Why it is not sure that the release is in force on the date, in one sentence; null when there is no doubt.',
    }),
  }),
});

Count.implement({
  description: 'A number with its name.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What was counted.' }),
    count: t.exposeInt('count', { description: 'How many there are.' }),
  }),
});

SourceFile.implement({
  description: 'A file that a release was loaded from.',
  fields: (t) => ({
    name: t.exposeString('name', {
      description: 'Path as given, with the path inside its container after an exclamation mark.',
    }),
    bytes: t.exposeFloat('bytes', { description: 'Size as published, unpacked; a whole number.' }),
    sha256: t.exposeString('sha256', { description: 'The sha256 of the file, in hex.' }),
    role: t.exposeString('role', {
      nullable: true,
      description: 'What it was recognised as by its content; null when it was ignored.',
    }),
    remark: t.exposeString('remark', { description: 'What it is, or why it was ignored.' }),
  }),
});

Finding.implement({
  description: 'What a check had to say of a release.',
  fields: (t) => ({
    severity: t.expose('severity', { type: Severity, description: 'How grave it is.' }),
    rule: t.exposeString('rule', { description: "The rule's id, stable over time." }),
    message: t.exposeString('message', { description: 'What was found and what was expected.' }),
    where: t.exposeString('where', {
      nullable: true,
      description: 'File with line, code, or release; null when it is about the release as a whole.',
    }),
  }),
});

IntroductionSection.implement({
  description: "A section of the publisher's introduction.",
  fields: (t) => ({
    type: t.exposeString('type', { description: 'As the publisher types it.' }),
    title: t.exposeString('title', { description: 'Its title.' }),
    instructions: t.exposeStringList('instructions', { description: 'Its paragraphs, in order.' }),
  }),
});

IndexHeading.implement({
  description: 'The heading of one alphabetic index or table.',
  fields: (t) => ({
    kind: t.exposeString('kind', { description: 'Which index, as `codeSystem { indexKinds }` lists them.' }),
    title: t.exposeString('title', { nullable: true, description: 'Its title; null when it has none.' }),
    columns: t.field({
      type: [IndexColumn],
      extensions: { [listSizeKey]: 6 },
      description: "The titles of a table's columns; empty for an index that is none.",
      resolve: ({ columns }) => columns,
    }),
  }),
});

IndexColumn.implement({
  description: 'A column of a table.',
  fields: (t) => ({
    column: t.exposeInt('column', {
      description: "The publisher's number of the column; 1 is the term itself.",
    }),
    title: t.exposeString('title', { description: 'Its title.' }),
  }),
});
