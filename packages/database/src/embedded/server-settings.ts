// The settings an embedded server runs with: modest memory, durable, reachable from this machine alone.

/** Postgres setting to value. */
export type ServerSettings = Readonly<Record<string, string>>;

/** What is not named here is as Postgres has it. */
export const defaultSettings: ServerSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '', // socket paths are limited to some 100 characters, and a port suffices
  max_connections: '60',
  shared_buffers: '128MB',
  maintenance_work_mem: '128MB', // index builds of a load
  max_wal_size: '2GB', // a load writes much at once
  wal_compression: 'on',
  wal_level: 'minimal', // what a load fills anew goes to disk once, not into the log as well; no replica follows this server
  max_wal_senders: '0',
  fsync: 'on',
  synchronous_commit: 'on',
  jit: 'off', // the queries are short
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C', // the log is searched for words
  log_checkpoints: 'off',
};

/** Command-line arguments that make these settings, so that no old configuration file can differ. */
export function settingArguments(settings: ServerSettings): readonly string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
