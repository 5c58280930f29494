import { SetupError } from './setup-error.ts'

/** The tests run on 18 alone. Nothing younger than 14 was found in our SQL; no older server was tried. */
const oldestVersion = 14

type Client = { query<T extends object>(text: string): Promise<{ rows: T[] }> }

type Row = { version: string; encoding: string; schema: string | null; user: string; readOnly: boolean; lacks: boolean }

/** Asks a server, before anything else, for what the bot cannot do without. Throws a SetupError for the first thing that lacks. */
export async function mustServe(client: Client, where: string): Promise<void> {
  const { rows } = await client.query<Row>(
    `select current_setting('server_version_num') as version,
            current_setting('server_encoding') as encoding,
            current_user as user,
            (pg_is_in_recovery() or current_setting('transaction_read_only') = 'on') as "readOnly",
            current_schema() as schema,
            (to_regclass('schema_migrations') is null
             and not (coalesce(has_schema_privilege(current_schema(), 'create'), false) and has_database_privilege(current_database(), 'create'))
            ) as lacks`,
  )
  const [row] = rows
  if (!row) throw new SetupError(`${where} answers nothing`)
  const words = lackingOf(where, row)
  if (words) throw new SetupError(words)
}

/** What is wrong with such a server, and what to do; undefined where nothing is. */
export function lackingOf(where: string, row: Row): { en: string; ja: string } | undefined {
  const version = Math.floor(Number(row.version) / 10_000)
  if (version < oldestVersion)
    return {
      en: `${where} runs PostgreSQL ${version}: version ${oldestVersion} or newer is needed`,
      ja: `PostgreSQL ${version} では動きません。${oldestVersion} 以上にしてください`,
    }
  if (row.encoding !== 'UTF8')
    return {
      en: `${where} stores texts as ${row.encoding}, which cannot hold Japanese and emoji together: create a new database with ENCODING 'UTF8' TEMPLATE template0`,
      ja: `データベースの文字コードが ${row.encoding} で、日本語や絵文字を保存できません。ENCODING 'UTF8' TEMPLATE template0 で作り直してください`,
    }
  if (row.readOnly)
    return {
      en: `${where} can only be read (a replica, or default_transaction_read_only is on): name the primary in DATABASE_URL`,
      ja: 'データベースが読み取り専用です（レプリカか default_transaction_read_only）。DATABASE_URL にはプライマリを指定してください',
    }
  if (row.schema === null)
    return {
      en: `${where}: the search_path of the user ${row.user} names no schema that there is: create that schema, or run ALTER ROLE "${row.user}" RESET search_path`,
      ja: `ユーザー ${row.user} の search_path にあるスキーマが存在しません。スキーマを作るか、ALTER ROLE "${row.user}" RESET search_path を実行してください`,
    }
  if (row.lacks)
    return {
      en: `${where}: the user ${row.user} may not create tables: run GRANT CREATE ON DATABASE … TO "${row.user}" and GRANT CREATE ON SCHEMA "${row.schema}" TO "${row.user}", or make it the owner of the database`,
      ja: `ユーザー ${row.user} にテーブルを作る権限がありません。GRANT CREATE ON DATABASE … TO "${row.user}" と GRANT CREATE ON SCHEMA "${row.schema}" TO "${row.user}" を実行するか、データベースの所有者にしてください`,
    }
  return undefined
}
