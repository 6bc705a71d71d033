// Spoils a seeded share of the requests the way networks and Meta do when the trouble passes by itself.
import type { Fault, Seen } from '../judge/graph-handler';
import type { Random } from '../judge/random';

const error = (status: number, body: object, headers: Record<string, string> = {}): Fault => ({
  status,
  headers,
  body: JSON.stringify({ error: { type: 'OAuthException', message: 'trouble', ...body } }),
});
const usage = JSON.stringify({
  '104857600000001': [{ type: 'w', call_count: 100, estimated_time_to_regain_access: 7 }],
});
const TROUBLES: Fault[] = [
  'hang-up',
  { status: 500, headers: { 'content-type': 'text/html' }, body: '<html>Sorry</html>' },
  { status: 503, body: '' },
  { status: 200, body: '{"data":[{"data_points":[{"te' },
  { status: 200, body: '{}' },
  { status: 200, body: '' },
  error(400, { code: 2, is_transient: true }),
  error(500, { code: 1 }),
  error(400, { code: 80_007 }, { 'x-business-use-case-usage': usage }),
  error(400, { code: 4 }),
];

/** @param share of the requests that fail */
export function spoil(random: Random, share: number): (seen: Seen) => Fault | null {
  return () => (random.chance(share) ? random.pick(TROUBLES) : null);
}
