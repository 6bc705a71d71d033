// Dies at some service calls of a first sync of two hundred templates, spread evenly; CRASH=all dies at each.
import { density, describeSingles } from './singles';
import { firstSync } from './stories';

describeSingles('first sync', () => firstSync({ seed: 501, templates: 200, days: 89, density }), {
  lost: 15,
  kept: 15,
  half: 27,
});
