// The route a turn is measured against: a validated body, one statement that updates a state and inserts two rows.
import fastify from 'fastify';
import pg from 'pg';

interface Message {
  readonly clientMessageId: string;
  readonly text: string;
}

const schema = {
  params: { type: 'object', required: ['id'], properties: { id: { type: 'string', maxLength: 100 } } },
  body: {
    type: 'object',
    required: ['clientMessageId', 'text'],
    additionalProperties: false,
    properties: {
      clientMessageId: { type: 'string', minLength: 1, maxLength: 200 },
      text: { type: 'string', minLength: 1, maxLength: 16_000 },
    },
  },
  response: { 202: { type: 'object', properties: { seq: { type: 'integer' } } } },
};

const tables = `
  CREATE TABLE state (id text PRIMARY KEY, revision integer NOT NULL, state jsonb NOT NULL) WITH (fillfactor = 60);
  CREATE TABLE event (
    state_id text NOT NULL, seq integer NOT NULL, at timestamptz NOT NULL, payload jsonb NOT NULL,
    PRIMARY KEY (state_id, seq));`;

const statement = {
  name: 'turn',
  text: `
    WITH turned AS (
      UPDATE state SET revision = revision + 1, state = $2 WHERE id = $1 RETURNING revision
    )
    INSERT INTO event (state_id, seq, at, payload)
    SELECT $1, 2 * revision + n, now(), CASE n WHEN 0 THEN $3::jsonb ELSE $4::jsonb END
    FROM turned, generate_series(0, 1) AS n
    RETURNING seq`,
};

const [, , connection = '{}', sessions = '0'] = process.argv;
const pool = new pg.Pool(JSON.parse(connection));
await pool.query(tables);
await pool.query(`INSERT INTO state SELECT 's' || n, 0, '{}' FROM generate_series(0, $1::integer - 1) AS n`, [
  sessions,
]);

const app = fastify();
app.post<{ Params: { id: string }; Body: Message }>('/sessions/:id/messages', { schema }, async (request, reply) => {
  const { clientMessageId, text } = request.body;
  const values = [
    request.params.id,
    JSON.stringify({ said: text }),
    JSON.stringify({ type: 'message', from: 'visitor', text, clientMessageId }),
    JSON.stringify({ type: 'message', from: 'agent', text: `You said: ${text}` }),
  ];
  const { rows } = await pool.query<{ seq: number }>({ ...statement, values });
  return reply.code(202).send(rows[0]);
});
const url = await app.listen({ host: '127.0.0.1', port: 0 });
process.send?.({ port: Number(new URL(url).port) });
process.once('disconnect', () => process.exit());
