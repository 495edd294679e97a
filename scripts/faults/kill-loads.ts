// Kills loads with SIGKILL at random moments, and looks each time whether anything published was harmed.
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { connectDatabase, type Database } from '@codeset/database';
import { findHeldRelease, verifyRelease } from '@codeset/database/load';

const program = fileURLToPath(new URL('../../services/operator/src/main.ts', import.meta.url));

/** One release that is killed while it is loaded over and over, beside one that is published. */
export interface KillPlan {
  readonly rounds: number;
  readonly codeSystem: string;
  /** Version of what is published and must not be harmed. */
  readonly published: string;
  readonly killed: { readonly version: string; readonly paths: readonly string[] };
  readonly options: readonly string[];
  /** A number below 1, from a seeded source. */
  readonly random: () => number;
  /** Told of each round as it ends. */
  readonly onRound?: (round: KillRound) => void;
  /** A database of its own for each round, which holds what is published. */
  readonly withDatabase: <T>(work: (url: string) => Promise<T>) => Promise<T>;
}

export interface KillRound {
  readonly killedAfterMs: number;
  /** What was found of the killed release right after the kill. */
  readonly left: 'nothing' | 'published' | 'other';
  readonly publishedUnharmed: boolean;
  readonly repeatable: boolean;
}

/** Runs the rounds one after the other. */
export async function killLoads(plan: KillPlan): Promise<KillRound[]> {
  const duration = await plan.withDatabase((url) => timeLoad(plan, url));
  const rounds: KillRound[] = [];
  for (let round = 0; round < plan.rounds; round++) {
    const outcome = await plan.withDatabase((url) =>
      killOnce(plan, url, Math.floor(plan.random() * duration)),
    );
    rounds.push(outcome);
    plan.onRound?.(outcome);
  }
  return rounds;
}

async function timeLoad(plan: KillPlan, url: string): Promise<number> {
  const began = performance.now();
  const exitCode = await ended(startLoad(plan, url));
  if (exitCode !== 0) throw new Error(`load of ${plan.killed.version} ended with ${exitCode}`);
  return performance.now() - began;
}

async function killOnce(plan: KillPlan, url: string, afterMs: number): Promise<KillRound> {
  const sql = connectDatabase({ url, applicationName: 'codeset faults', max: 2 });
  try {
    const digest = (await findHeldRelease(sql, plan.codeSystem, plan.published))?.digest;
    const child = startLoad(plan, url);
    const timer = setTimeout(() => child.kill('SIGKILL'), afterMs);
    await ended(child);
    clearTimeout(timer);
    await sessionsEnded(sql);
    const left = await findHeldRelease(sql, plan.codeSystem, plan.killed.version);
    const publishedUnharmed = digest !== undefined && (await digestOf(sql, plan, plan.published)) === digest;
    const repeated = await ended(startLoad(plan, url));
    const repeatable = repeated === 0 && (await digestOf(sql, plan, plan.killed.version)) !== null;
    return {
      killedAfterMs: afterMs,
      left: left === null ? 'nothing' : left.status === 'published' ? 'published' : 'other',
      publishedUnharmed,
      repeatable,
    };
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** The digest recomputed from the stored bytes; null when the release is not published or not what it was. */
async function digestOf(sql: Database, { codeSystem }: KillPlan, version: string): Promise<string | null> {
  const release = await findHeldRelease(sql, codeSystem, version);
  if (release?.status !== 'published') return null;
  const { digest, problems } = await verifyRelease(sql, release);
  return problems.length === 0 ? digest : null;
}

function startLoad({ codeSystem, killed, options }: KillPlan, url: string): ChildProcess {
  const words = ['load', codeSystem, killed.version, ...killed.paths, ...options];
  return spawn(process.execPath, ['--max-old-space-size=1024', '--import', 'tsx', program, ...words], {
    stdio: 'ignore',
    env: { ...process.env, DATABASE_URL: url },
  });
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
}

/** Waits until the server has noticed that the killed process is gone. */
async function sessionsEnded(sql: Database): Promise<void> {
  for (let wait = 0; wait < 600; wait++) {
    const [row] = await sql<{ sessions: number }[]>`
      select count(*)::integer as sessions from pg_stat_activity
      where datname = current_database() and application_name in ('codeset loader', 'codeset operator')`;
    if (row?.sessions === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the sessions of a killed load did not end within a minute');
}
