import pg from 'pg';

/** The role that queries of features run as: it owns nothing, so row level security holds for it. */
export const appRole = 'parley_app';

/** Makes the role where it is missing and lets the connecting role take it. Throws with the SQL to run when it may not. */
export async function ensureAppRole(ownerPool: pg.Pool): Promise<void> {
  try {
    await createRole(ownerPool);
    if (!(await canTakeRole(ownerPool))) await ownerPool.query(`GRANT ${appRole} TO CURRENT_USER`);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError && error.code === insufficientPrivilege)) throw error;
    throw new Error(await instructions(ownerPool), { cause: error });
  }
}

const insufficientPrivilege = '42501';
const takenMeanwhile = new Set(['42710', '23505']);

async function createRole(pool: pg.Pool): Promise<void> {
  const { rowCount } = await pool.query('SELECT FROM pg_roles WHERE rolname = $1', [appRole]);
  if (rowCount) return;
  try {
    await pool.query(`CREATE ROLE ${appRole} NOLOGIN`);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError && takenMeanwhile.has(error.code ?? ''))) throw error;
  }
}

async function canTakeRole(pool: pg.Pool): Promise<boolean> {
  try {
    await pool.query(`SET ROLE ${appRole}; RESET ROLE`);
    return true;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === insufficientPrivilege) return false;
    throw error;
  }
}

async function instructions(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ owner: string }>('SELECT quote_ident(current_user) AS owner');
  return [
    `Parley's queries run as the role "${appRole}", and the database user may not create it or take it.`,
    'Run this once as a database administrator, then start again:',
    `  CREATE ROLE ${appRole} NOLOGIN;   -- leave out when the role exists`,
    `  GRANT ${appRole} TO ${rows[0]?.owner ?? 'CURRENT_USER'};`,
  ].join('\n');
}
