// Begins with the rooms whose tests take longest, so that no worker is left alone with one of them at the end.
const { default: TestSequencer } = require('@jest/test-sequencer');

/** The longest first. What stands in none of them takes no second. */
const ROOMS = ['crash', 'faults', 'soak', 'built', 'browser', 'judge'];

function rankOf({ path }) {
  const [, room] = /[\\/]tests[\\/](\w+)[\\/]/.exec(path) ?? [];
  const rank = ROOMS.indexOf(room);
  return rank < 0 ? ROOMS.length : rank;
}

module.exports = class extends TestSequencer {
  /** Within a room by what Jest knows of earlier runs, or else by size. */
  sort(tests) {
    return super.sort(tests).sort((a, b) => rankOf(a) - rankOf(b));
  }
};
