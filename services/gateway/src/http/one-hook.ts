// Several plugins' hooks around execution as one: envelop makes a chain of promises for each hook of every request.
import type { Plugin } from 'graphql-yoga';
import type { GatewayContext } from '../context.ts';

type OnExecute = NonNullable<Plugin<GatewayContext>['onExecute']>;
type Execution = Parameters<OnExecute>[0];

/** What a hook of ours returns: nothing, or what is to be done when the execution is. */
type Ending = { readonly onExecuteDone?: (done: Done) => void } | undefined;

/** As envelop gives it, as far as our hooks use it. */
interface Done {
  readonly result: unknown;
  readonly setResult: (result: unknown) => void;
}

/** The hooks one after the other, as envelop would call them. Each must be synchronous. */
export function inOneHook(plugins: readonly Plugin<GatewayContext>[]): Plugin<GatewayContext> {
  const hooks = plugins.flatMap(({ onExecute }) => (onExecute ? [onExecute] : []));
  return {
    onExecute(execution) {
      const endings = callEach(hooks, execution);
      if (endings.length === 0) return undefined;
      return { onExecuteDone: (done) => endEach(endings, done as unknown as Done) };
    },
  };
}

function callEach(hooks: readonly OnExecute[], execution: Execution): NonNullable<Ending>[] {
  const endings: NonNullable<Ending>[] = [];
  const sofar = { executeFn: execution.executeFn, stopped: false };
  for (const hook of hooks) {
    if (sofar.stopped) break;
    const ending = hook({
      ...execution,
      executeFn: sofar.executeFn,
      setExecuteFn(changed) {
        sofar.executeFn = changed as typeof sofar.executeFn;
        execution.setExecuteFn(changed);
      },
      setResultAndStopExecution(result) {
        sofar.stopped = true;
        execution.setResultAndStopExecution(result);
      },
    }) as Ending;
    if (ending) endings.push(ending);
  }
  return endings;
}

function endEach(endings: readonly NonNullable<Ending>[], { result, setResult }: Done): void {
  let current = result;
  for (const { onExecuteDone } of endings) {
    onExecuteDone?.({
      result: current,
      setResult(changed) {
        current = changed;
        setResult(changed);
      },
    });
  }
}
