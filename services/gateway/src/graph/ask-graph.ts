// Short ways to ask a gateway under test about a release or a concept; imported by tests only.
import type { Answer } from '../gateway-under-test.ts';

/** Asks about one code system; the answers are parts of `data`, and an answer with errors is thrown. */
export interface Graph {
  // biome-ignore lint/suspicious/noExplicitAny: a test reaches into JSON of many shapes
  ofRelease(version: string, selection: string): Promise<any>;
  /** Of the usual version where none is given. */
  // biome-ignore lint/suspicious/noExplicitAny: a test reaches into JSON of many shapes
  ofConcept(code: string, selection: string, version?: string): Promise<any>;
}

/** What can be asked. */
interface Asked {
  ask(query: string): Promise<Answer>;
}

/** Ways to ask about a code system, of which one version is asked for usually. */
export function askGraph(under: Asked, codeSystem: string, usual: string): Graph {
  const ofRelease = async (version: string, selection: string) => {
    const query = `{ release(codeSystem: "${codeSystem}", version: "${version}") { ${selection} } }`;
    const { status, body } = await under.ask(query);
    if (status !== 200 || body.errors) throw new Error(`${status}: ${JSON.stringify(body)}`);
    return body.data.release;
  };
  return {
    ofRelease,
    ofConcept: async (code, selection, version = usual) =>
      (await ofRelease(version, `concept(code: "${code}") { ${selection} }`)).concept,
  };
}
