/** A MariaDB of our own, on a port and in a folder of its own. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, must, needPackages, start, waitFor } from './run.mjs';

/**
 * @param {string} folder
 * @returns {Promise<{ port: number, sql(text: string): string }>} user and password of both databases: `u`, `p`
 */
export async function startDatabase(folder) {
  needPackages(['mariadb-server']);
  const data = join(folder, 'data');
  const socket = join(folder, 's.sock');
  mkdirSync(folder, { recursive: true });
  must('chown', ['mysql:mysql', folder]);
  if (!existsSync(data)) {
    const how = ['--auth-root-authentication-method=normal', '--skip-test-db'];
    must('mariadb-install-db', ['--no-defaults', '--user=mysql', `--datadir=${data}`, ...how]);
  }
  const port = await freePort();
  start(
    'mariadbd',
    [
      '--no-defaults',
      '--user=mysql',
      `--datadir=${data}`,
      `--socket=${socket}`,
      `--pid-file=${join(folder, 'p.pid')}`,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      '--skip-log-bin',
      '--innodb-flush-log-at-trx-commit=0',
    ],
    join(folder, 'mariadb.log'),
  );
  const sql = (text) =>
    must('mariadb', ['--no-defaults', '-uroot', '-S', socket, '--default-character-set=utf8mb4'], { input: text });
  await waitFor(() => sql('SELECT 1') !== '', 'MariaDB');
  for (const name of ['wordpress', 'waline']) {
    sql(`DROP DATABASE IF EXISTS ${name}; CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
  }
  sql("CREATE USER IF NOT EXISTS 'u'@'%' IDENTIFIED BY 'p'; GRANT ALL ON *.* TO 'u'@'%'");
  return { port, sql };
}

/** A value as SQL writes it. */
export function quoted(value) {
  if (value === null || value === undefined) return 'NULL';
  return `'${String(value).replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
