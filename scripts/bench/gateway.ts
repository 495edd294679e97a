// pnpm bench gateway [seconds]: requests a second of the gateway, beside what is nothing but HTTP, GraphQL, yoga, PostGraphile.
import { type ScratchServer, startScratchServer } from '../scratch-server.ts';
import { type Cases, note, printed } from './gateway/cases.ts';
import { type Contestant, measuredAloud, rounds, takeTurns, warmUpSeconds } from './gateway/contestants.ts';
import { type HeldDatabase, holdReleases, readAsked, version, writeMap } from './gateway/held-databases.ts';
import { type PauseWatch, watchPauses } from './gateway/machine-pauses.ts';
import { startPostgraphile } from './gateway/postgraphile.ts';
import {
  type Asked,
  codeQuestion,
  type Question,
  questionsOver,
  searchQuestion,
  suggestQuestion,
} from './gateway/questions.ts';
import { type ServerProcess, startServer } from './gateway/server-process.ts';
import { typeInto } from './gateway/typing.ts';

/** What 20 people who type five keys a second ask at each of them. */
const typedQuestions = { search: searchQuestion, completions: suggestQuestion };

/** A gateway over a database that holds so many releases. */
interface Held {
  readonly releases: number;
  readonly versions: readonly string[];
  readonly gateway: ServerProcess;
}

/** What is asked by code is asked of the floors and of PostGraphile in the same rounds: the machine's speed changes. */
export async function benchGateway(words: readonly string[]): Promise<string> {
  const seconds = Number(words[0] ?? 10);
  const server = await startScratchServer();
  const pauses = watchPauses();
  try {
    const databases = await holdReleases(server);
    const asked = await readAsked(server);
    const cases: Cases = new Map();
    const beside = await startFloors(server, asked);
    const held = await startGateways(server, databases, pauses);
    const questions = questionsOver(asked);
    const byCode = questions.filter(isByCode).flatMap((question) => contestantsOf(question, held));
    await takeTurns(cases, besideEachOther([...beside.contestants, ...byCode]), seconds);
    for (const [what, questionOf] of Object.entries(typedQuestions)) {
      const name = `${what}, 20 people who type five keys a second`;
      const typing = { name, questionOf, held, fixedReply: beside.fixedReply, terms: asked.terms };
      await measureTyping(cases, typing, seconds);
    }
    await beside.stop();
    for (const question of questions.filter((each) => !isByCode(each))) {
      await takeTurns(cases, contestantsOf(question, held), seconds);
    }
    for (const { gateway } of held) await gateway.stop();
    return printed(cases, databases);
  } finally {
    await pauses.end();
    await server.stop();
  }
}

/** What is compared comes one after the other in each round, whatever the machine does in between. */
function besideEachOther(contestants: readonly Contestant[]): readonly Contestant[] {
  const order = [
    ['static', 'one code, a pinned GET again'],
    ['map', 'one code, warm', 'one code, warm, each request new', 'PostGraphile, warm'],
    ['one code of any release held, each request new'],
    ['PostGraphile, cold', 'one code, cold'],
  ].flat();
  const place = ({ name }: Contestant) => order.indexOf(name.replace(/, \d+$/, ''));
  return contestants.toSorted((one, other) => place(one) - place(other));
}

function isByCode({ name }: Question): boolean {
  return name.startsWith('one code');
}

async function startGateways(
  server: ScratchServer,
  databases: readonly HeldDatabase[],
  pauses: PauseWatch,
): Promise<Held[]> {
  const held: Held[] = [];
  for (const { releases, versions, name } of databases) {
    const gateway = await startServer('gateway-server.ts', [server.url(name)]);
    held.push({ releases, versions, gateway: pauses.beside(gateway) });
  }
  return held;
}

/** The question put to each gateway that holds enough for it. */
function contestantsOf(question: Question, held: readonly Held[]): readonly Contestant[] {
  const { name, method, lines, isCold, needs } = question;
  return held
    .filter(({ releases }) => releases >= needs)
    .map(({ releases, versions, gateway }) => ({
      name: `${name}, ${releases}`,
      server: gateway,
      traffic: {
        url: `${gateway.url}/graphql`,
        method,
        lines: () => lines(versions),
        once: isCold,
        clients: name.startsWith('search') ? 20 : 32,
      },
    }));
}

/** Servers beside the gateway, and what they are asked. */
async function startFloors(server: ScratchServer, asked: Asked) {
  const codes = asked.codes.slice(0, 2_000);
  const map = await writeMap(server);
  const contestants: Contestant[] = [];
  const add = (
    name: string,
    floor: ServerProcess | null,
    url: string,
    lines: readonly string[],
    once = false,
  ) => {
    const traffic = { url, method: 'POST', lines: () => lines, once, clients: 32 } as const;
    contestants.push({ name, server: floor, traffic });
  };
  const floors: ServerProcess[] = [];
  for (const name of ['static', 'map', 'hello']) {
    const floor = await startServer('floor-server.ts', [name, map]);
    floors.push(floor);
    if (name === 'hello') add(name, floor, `${floor.url}/graphql`, ['{"query":"{ hello }"}']);
    else
      add(
        name,
        floor,
        `${floor.url}/`,
        codes.map((code) => codeQuestion(version, code)),
      );
  }
  const [release] = await server.use(
    'held_1',
    (sql) => sql<{ id: number }[]>`select id from codeset.release`,
  );
  const peer = await startPostgraphile(server.url('held_1'), release?.id ?? 0);
  add('PostGraphile, cold', null, peer.url, asked.codes.map(peer.questionOf), true);
  add('PostGraphile, warm', null, peer.url, codes.map(peer.questionOf));
  return {
    contestants,
    fixedReply: floors[0]?.url ?? '',
    async stop() {
      for (const floor of floors) await floor.stop();
      await peer.stop();
    },
  };
}

/** Whom 20 people type to, and what. */
interface TypedTo {
  readonly name: string;
  readonly questionOf: (version: string, text: string, nth: number) => string;
  readonly held: readonly Held[];
  /** Answers the same to everything: what of the time is the machine's own. */
  readonly fixedReply: string;
  readonly terms: readonly string[];
}

/** Each round types what was not typed before; whole answers are not kept, since each request is another one. */
async function measureTyping(
  cases: Cases,
  { name, questionOf, held, fixedReply, terms }: TypedTo,
  seconds: number,
): Promise<void> {
  let typed = 0;
  const nextQuestion = (text: string) => questionOf(version, text, ++typed);
  const share = Math.floor(terms.length / (rounds + 1));
  const type = (url: string, round: number, forSeconds: number) =>
    typeInto({
      url,
      questionOf: nextQuestion,
      terms: terms.slice(round * share, (round + 1) * share),
      clients: 20,
      seconds: forSeconds,
    });
  const measured = async (name: string, url: string, round: number) => {
    const { p50, p95, p99, keys } = await type(url, round, seconds);
    process.stderr.write(`${name}: p50 ${p50.toFixed(1)}, p95 ${p95.toFixed(1)} ms\n`);
    return { requestsPerSecond: keys / seconds, p50, p95, p99, failed: 0 };
  };
  const urlOf = ({ gateway }: Held) => `${gateway.url}/graphql`;
  const nameOf = ({ releases }: Held) => `${name}, ${releases}`;
  for (const each of held) {
    await each.gateway.measure();
    await type(urlOf(each), rounds, warmUpSeconds); // the first search waits for what it needs
    note(cases, `first: ${nameOf(each)}`, null, await each.gateway.measure());
  }
  for (let round = 0; round < rounds; round++) {
    note(cases, `${name}: a fixed reply`, await measured('a fixed reply', fixedReply, round), null);
    for (const each of held) {
      await each.gateway.measure();
      const keystrokes = await measured(nameOf(each), urlOf(each), round);
      note(cases, nameOf(each), keystrokes, await measuredAloud(nameOf(each), each.gateway));
    }
  }
}
