// Dies at some service calls of a backfill that takes several executions, spread evenly; CRASH=all dies at each.
import { density, describeSingles } from './singles';
import { longBackfill } from './stories';

describeSingles(
  'long backfill',
  () => longBackfill({ seed: 503, templates: 1_120, days: 89, density: density / 10 }),
  { lost: 3, kept: 3, half: 7 },
  3,
);
