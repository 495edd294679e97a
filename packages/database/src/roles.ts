// Makes the roles that readers and loaders work as, with the rights of each, as far as the server lets us.
import { setTimeout as sleep } from 'node:timers/promises';
import { checkServer, type Database, type DatabaseTransaction } from './connect.ts';
import { type DatabaseRole, roleLimits } from './role-limits.ts';
import { grantToLoader, grantToReader } from './role-rights.ts';
import { whereAllowed } from './where-allowed.ts';

/** The roles that this login can work as; null where there is none, and the login itself must do. */
export interface UsableRoles {
  readonly readerRole: 'codeset_reader' | null;
  readonly loaderRole: 'codeset_loader' | null;
}

/** What was made, and in plain sentences what could not be and why. */
export interface RolesReport extends UsableRoles {
  readonly notes: readonly string[];
}

/**
 * Makes both roles, or brings them up to date; call it after `migrate`, with the same login. What the server
 * refuses becomes a note. Two at once are safe, also in two databases of one server, which share their roles.
 */
export async function ensureRoles(sql: Database): Promise<RolesReport> {
  for (let left = 10; ; left--) {
    try {
      return await sql.begin((transaction) => ensureBoth(transaction));
    } catch (error) {
      if (left === 0 || !isCollision(error)) throw error;
      await sleep(20 + Math.random() * 100);
    }
  }
}

/** The roles that this login can work as already; changes nothing. */
export async function findUsableRoles(sql: Database): Promise<UsableRoles> {
  const { major } = await checkServer(sql);
  const usable = await sql<{ name: string }[]>`
    select rolname as name from pg_catalog.pg_roles
    where rolname in ('codeset_reader', 'codeset_loader') and pg_has_role(oid, ${major >= 16 ? 'SET' : 'MEMBER'})`;
  const names = usable.map((role) => role.name);
  return {
    readerRole: names.includes('codeset_reader') ? 'codeset_reader' : null,
    loaderRole: names.includes('codeset_loader') ? 'codeset_loader' : null,
  };
}

async function ensureBoth(transaction: DatabaseTransaction): Promise<RolesReport> {
  await transaction`select pg_advisory_xact_lock(hashtext('codeset roles'))`;
  const notes: string[] = [];
  const loaderReady = await ensureRole(transaction, 'codeset_loader', notes);
  if (loaderReady) await grantToLoader(transaction, notes);
  const readerReady = await ensureRole(transaction, 'codeset_reader', notes);
  if (readerReady) await grantToReader(transaction, notes);
  return {
    readerRole: readerReady ? 'codeset_reader' : null,
    loaderRole: loaderReady ? 'codeset_loader' : null,
    notes,
  };
}

/** False, with a note, when this login cannot work as the role. */
async function ensureRole(
  transaction: DatabaseTransaction,
  role: DatabaseRole,
  notes: string[],
): Promise<boolean> {
  const work = role === 'codeset_reader' ? 'readers' : 'loaders';
  const [{ login } = { login: '' }] = await transaction<{ login: string }[]>`select current_user as login`;
  const remedy = `Let a superuser run: create role ${role} nologin; grant ${role} to "${login}"; then migrate again.`;
  const [existing] = await transaction`select from pg_catalog.pg_roles where rolname = ${role}`;
  if (!existing && !(await whereAllowed(transaction, (step) => step`create role ${step(role)} nologin`))) {
    notes.push(
      `${login} may not create roles, so ${role} is missing and ${work} work as ${login}. ${remedy}`,
    );
    return false;
  }
  if (!(await canWorkAs(transaction, role))) {
    const granted = await whereAllowed(transaction, (step) => step`grant ${step(role)} to current_user`);
    if (!granted) {
      notes.push(`${login} may not work as ${role}, so ${work} work as ${login}. ${remedy}`);
      return false;
    }
  }
  await setLimits(transaction, role, notes);
  return true;
}

async function canWorkAs(transaction: DatabaseTransaction, role: DatabaseRole): Promise<boolean> {
  const [version] = await transaction<{ number: number }[]>`
    select current_setting('server_version_num')::integer as number`;
  const right = (version?.number ?? 0) >= 160_000 ? 'SET' : 'MEMBER';
  const [found] = await transaction<{ usable: boolean }[]>`select pg_has_role(${role}, ${right}) as usable`;
  return found?.usable ?? false;
}

/** For those who log in as the role; a connection that only takes the role brings its limits along. */
async function setLimits(
  transaction: DatabaseTransaction,
  role: DatabaseRole,
  notes: string[],
): Promise<void> {
  const limits = roleLimits[role];
  const wanted = [
    `statement_timeout=${limits.statementTimeoutMs}`,
    `lock_timeout=${limits.lockTimeoutMs}`,
    `idle_in_transaction_session_timeout=${limits.idleInTransactionTimeoutMs}`,
  ];
  const [held] = await transaction<{ config: string[] | null }[]>`
    select rolconfig as config from pg_catalog.pg_roles where rolname = ${role}`;
  const missing = wanted.filter((setting) => !held?.config?.includes(setting));
  const set = await whereAllowed(transaction, async (step) => {
    for (const setting of missing) {
      const [name = '', value = ''] = setting.split('=');
      await step.unsafe(`alter role ${role} set ${name} = ${value}`);
    }
  });
  if (!set)
    notes.push(`The time limits of ${role} could not be set on the role; our connections set their own.`);
}

/** Two transactions changed the same role: unique violation, duplicate object, concurrent update, deadlock. */
function isCollision(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return ['23505', '42710', 'XX000', '40001', '40P01'].includes(code);
}
